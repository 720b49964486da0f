#!/bin/bash
# The bridge comes first so that no veth has the same ifindex at both ends.
# Unlike Docker with its proxy, the rules also serve the bridge itself: that is what makes the hairpin.

sysctl -w net.ipv6.conf.all.disable_ipv6=1
sysctl -w net.ipv6.conf.default.disable_ipv6=1
sysctl -w net.ipv4.ip_forward=1
sysctl -w net.bridge.bridge-nf-call-iptables=0
sysctl -w net.ipv4.conf.all.rp_filter=0
sysctl -w net.ipv4.conf.default.rp_filter=0
sysctl -w net.ipv4.conf.all.send_redirects=0
sysctl -w net.ipv4.conf.default.send_redirects=0

ip link add docker0 type bridge
ip link set docker0 address 02:42:00:00:17:01
ip addr add 172.17.0.1/16 dev docker0
ip link set docker0 up

ip netns add web
ip netns exec web sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec web sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vweb type veth peer name eth0 netns web
ip link set vweb address 02:00:00:00:17:02
ip link set vweb master docker0
ip link set vweb up
ip -n web link set eth0 address 02:42:ac:11:00:02
ip -n web addr add 172.17.0.2/16 dev eth0
ip -n web link set lo up
ip -n web link set eth0 up
ip -n web route add default via 172.17.0.1

ip netns add client
ip netns exec client sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec client sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vclient type veth peer name eth0 netns client
ip link set vclient address 02:00:00:00:17:03
ip link set vclient master docker0
ip link set vclient up
ip -n client link set eth0 address 02:42:ac:11:00:03
ip -n client addr add 172.17.0.3/16 dev eth0
ip -n client link set lo up
ip -n client link set eth0 up
ip -n client route add default via 172.17.0.1

ip netns add outside
ip netns exec outside sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec outside sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add eth0 type veth peer name eth0 netns outside
ip link set eth0 address 02:00:c0:a8:01:64
ip addr add 192.168.1.100/24 dev eth0
ip link set eth0 up
ip -n outside link set eth0 address 02:00:c0:a8:01:01
ip -n outside addr add 192.168.1.1/24 dev eth0
ip -n outside addr add 203.0.113.77/32 dev eth0
ip -n outside link set lo up
ip -n outside link set eth0 up
ip route add default via 192.168.1.1

iptables-restore <<'EOF'
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:DOCKER - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
-A POSTROUTING -s 172.17.0.0/16 -d 172.17.0.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE
-A POSTROUTING -s 172.17.0.0/16 -d 172.17.0.2/32 -p udp -m udp --dport 53 -j MASQUERADE
-A DOCKER -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
-A DOCKER -p udp -m udp --dport 5300 -j DNAT --to-destination 172.17.0.2:53
-A DOCKER -p tcp -m tcp --dport 7000 -j DNAT --to-destination 172.17.0.2
COMMIT
EOF
