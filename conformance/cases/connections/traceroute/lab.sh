#!/bin/bash
# traceroute by UDP, ICMP and TCP: the box itself, a router behind it and the host beyond answer with errors
ip netns add box
ip netns add client
ip netns add server
ip netns exec box ip link add eth0 address 02:00:0a:01:00:01 type veth peer name eth0 netns client
ip netns exec box ip link set eth0 up
ip netns exec box ip link add eth1 address 02:00:c0:00:02:01 type veth peer name eth0 netns server
ip netns exec box ip link set eth1 up
ip netns exec client ip link set eth0 address 02:00:0a:01:00:02
ip netns exec client ip link set eth0 up
ip netns exec server ip link set eth0 address 02:00:c0:00:02:02
ip netns exec server ip link set eth0 up
ip netns exec box ip addr add 10.1.0.1/24 dev eth0
ip netns exec box ip addr add 192.0.2.1/24 dev eth1
ip netns exec box ip route add 198.51.100.0/24 via 192.0.2.2 dev eth1
ip netns exec box ip neigh add 192.0.2.2 lladdr 02:00:c0:00:02:02 dev eth1
ip netns exec box ip neigh add 10.1.0.2 lladdr 02:00:0a:01:00:02 dev eth0
ip netns exec client ip addr add 10.1.0.2/24 dev eth0
ip netns exec client ip route add default via 10.1.0.1 dev eth0
ip netns exec client ip neigh add 10.1.0.1 lladdr 02:00:0a:01:00:01 dev eth0
ip netns exec server ip addr add 192.0.2.2/24 dev eth0
ip netns exec server ip route add 10.0.0.0/8 via 192.0.2.1 dev eth0
ip netns exec server ip neigh add 192.0.2.1 lladdr 02:00:c0:00:02:01 dev eth0
ip netns exec box sysctl -w net.ipv4.ip_forward=1
ip netns exec box sysctl -w net.ipv4.conf.all.accept_redirects=0
ip netns exec box iptables-restore -n -c <<'EOF'
*nat
[0:0] -A POSTROUTING -o eth1 -j MASQUERADE
COMMIT
EOF
