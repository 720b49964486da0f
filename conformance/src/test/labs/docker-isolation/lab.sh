#!/bin/bash
# The bridge comes first so that no veth has the same ifindex at both ends.

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

ip link add br-shop type bridge
ip link set br-shop address 02:42:00:00:18:01
ip addr add 172.18.0.1/16 dev br-shop
ip link set br-shop up

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

ip netns add app
ip netns exec app sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec app sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vapp type veth peer name eth0 netns app
ip link set vapp address 02:00:00:00:18:02
ip link set vapp master br-shop
ip link set vapp up
ip -n app link set eth0 address 02:42:ac:12:00:02
ip -n app addr add 172.18.0.2/16 dev eth0
ip -n app link set lo up
ip -n app link set eth0 up
ip -n app route add default via 172.18.0.1

ip netns add cache
ip netns exec cache sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec cache sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vcache type veth peer name eth0 netns cache
ip link set vcache address 02:00:00:00:18:03
ip link set vcache master br-shop
ip link set vcache up
ip -n cache link set eth0 address 02:42:ac:12:00:03
ip -n cache addr add 172.18.0.3/16 dev eth0
ip -n cache link set lo up
ip -n cache link set eth0 up
ip -n cache route add default via 172.18.0.1

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
*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
:DOCKER - [0:0]
:DOCKER-ISOLATION-STAGE-1 - [0:0]
:DOCKER-ISOLATION-STAGE-2 - [0:0]
:DOCKER-USER - [0:0]
-A FORWARD -j DOCKER-USER
-A FORWARD -j DOCKER-ISOLATION-STAGE-1
-A FORWARD -o br-shop -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A FORWARD -o br-shop -j DOCKER
-A FORWARD -i br-shop ! -o br-shop -j ACCEPT
-A FORWARD -i br-shop -o br-shop -j ACCEPT
-A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A FORWARD -o docker0 -j DOCKER
-A FORWARD -i docker0 ! -o docker0 -j ACCEPT
-A FORWARD -i docker0 -o docker0 -j ACCEPT
-A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -i br-shop ! -o br-shop -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-1 -j RETURN
-A DOCKER-ISOLATION-STAGE-2 -o br-shop -j DROP
-A DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP
-A DOCKER-ISOLATION-STAGE-2 -j RETURN
-A DOCKER-USER -j RETURN
COMMIT
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:DOCKER - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 172.18.0.0/16 ! -o br-shop -j MASQUERADE
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
-A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE
-A DOCKER -i br-shop -j RETURN
-A DOCKER -i docker0 -j RETURN
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
COMMIT
EOF
