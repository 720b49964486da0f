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

ip link add lan type bridge
ip link set lan address 02:00:00:00:00:01
ip addr add 10.1.0.1/24 dev lan
ip link set lan up

ip netns add left
ip netns exec left sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec left sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vleft type veth peer name eth0 netns left
ip link set vleft address 02:00:00:00:01:02
ip link set vleft master lan
ip link set vleft up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set lo up
ip -n left link set eth0 up
ip -n left route add default via 10.1.0.1

ip netns add right
ip netns exec right sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec right sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add eth1 type veth peer name eth0 netns right
ip link set eth1 address 02:00:0a:02:00:01
ip addr add 10.2.0.1/24 dev eth1
ip link set eth1 up
ip -n right link set eth0 address 02:00:0a:02:00:02
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n right link set lo up
ip -n right link set eth0 up
ip -n right route add default via 10.2.0.1

iptables-restore <<'EOF'
*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
:STRAY - [0:0]
-A INPUT -m conntrack --ctstate INVALID -j DROP
-A FORWARD -m conntrack --ctstate INVALID -j STRAY
-A FORWARD -m conntrack --ctstate RELATED -j ACCEPT
-A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT
-A FORWARD -i lan -p tcp -m tcp --dport 5000 -m conntrack --ctstate NEW -j ACCEPT
-A FORWARD -i lan ! -p tcp -m conntrack --ctstate NEW -j ACCEPT
-A FORWARD -i eth1 -p tcp -m tcp --dport 8000 -m conntrack ! --ctstate INVALID,ESTABLISHED,RELATED -j ACCEPT
-A STRAY -p icmp -j DROP
-A STRAY -p tcp -j DROP
-A STRAY -j DROP
COMMIT
EOF
