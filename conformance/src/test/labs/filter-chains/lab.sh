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

ip netns add other
ip netns exec other sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec other sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vother type veth peer name eth0 netns other
ip link set vother address 02:00:00:00:01:03
ip link set vother master lan
ip link set vother up
ip -n other link set eth0 address 02:00:0a:01:00:03
ip -n other addr add 10.1.0.3/24 dev eth0
ip -n other link set lo up
ip -n other link set eth0 up
ip -n other route add default via 10.1.0.1

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
:INPUT DROP [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
:SERVICES - [0:0]
:TRUSTED - [0:0]
:WEB - [0:0]
-A INPUT -i lan -p icmp -m comment --comment "the lan may ping its router" -j ACCEPT
-A INPUT -s 10.2.0.0/24 -p tcp -m tcp --dport 22 -j DROP
-A INPUT -i lan -j TRUSTED
-A FORWARD -s 10.1.0.3/32 -p icmp -j DROP
-A FORWARD -p icmp -j ACCEPT
-A FORWARD -i lan -o eth1 -j SERVICES
-A FORWARD -i eth1 -o lan -p tcp -m tcp --sport 1:1023 -j ACCEPT
-A FORWARD -i eth1 -o lan -p udp -m udp --sport 53 -m comment --comment "answers of the name server" -j ACCEPT
-A SERVICES -j TRUSTED
-A SERVICES -p tcp -m tcp --dport 80:90 -j WEB
-A SERVICES -p udp -m udp --dport 53 -j ACCEPT
-A SERVICES -p tcp -m tcp ! --dport 443 -j RETURN
-A SERVICES ! -s 10.1.0.2/32 -j DROP
-A SERVICES -j ACCEPT
-A TRUSTED ! -s 10.1.0.2/32 -j RETURN
-A TRUSTED -p tcp -m tcp --dport 22 -m comment --comment "administration" -j ACCEPT
-A WEB -d 10.2.0.2/32 -p tcp -m tcp --dport 81 -j RETURN
-A WEB -p tcp -m tcp --dport 82 -j DROP
-A WEB -j ACCEPT
COMMIT
EOF
