#!/bin/bash
# curl lists a folder and fetches a file by FTP, passive (PASV, EPSV); the box has a helper for it and lets
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
ip netns exec box ip neigh add 10.1.0.2 lladdr 02:00:0a:01:00:02 dev eth0
ip netns exec box ip neigh add 192.0.2.2 lladdr 02:00:c0:00:02:02 dev eth1
ip netns exec client ip addr add 10.1.0.2/24 dev eth0
ip netns exec client ip route add default via 10.1.0.1 dev eth0
ip netns exec client ip neigh add 10.1.0.1 lladdr 02:00:0a:01:00:01 dev eth0
ip netns exec server ip addr add 192.0.2.2/24 dev eth0
ip netns exec server ip route add 10.0.0.0/8 via 192.0.2.1 dev eth0
ip netns exec server ip neigh add 192.0.2.1 lladdr 02:00:c0:00:02:01 dev eth0
ip netns exec box sysctl -w net.ipv4.ip_forward=1
ip netns exec box sysctl -w net.ipv4.conf.all.accept_redirects=0
ip netns exec box iptables -t filter -P FORWARD DROP
ip netns exec box iptables-restore -n -c <<'EOF'
*raw
[0:0] -A PREROUTING -i eth0 -p tcp -m tcp --dport 21 -j CT --helper ftp
COMMIT
*filter
[0:0] -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
[0:0] -A FORWARD -i eth0 -p tcp -m tcp --dport 21 -j ACCEPT
COMMIT
*nat
[0:0] -A POSTROUTING -o eth1 -j MASQUERADE
COMMIT
EOF
