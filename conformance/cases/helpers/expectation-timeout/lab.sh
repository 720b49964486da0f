#!/bin/bash
# left -- router -- right; the router lets in from the right what was announced, and nothing else.
ip netns add router
ip netns add left
ip netns add right
ip netns exec router sysctl -w net.ipv4.ip_forward=1

ip -n router link add r0 type veth peer name eth0 netns left
ip -n router link set r0 address 02:00:0a:01:00:01
ip -n router addr add 10.1.0.1/24 dev r0
ip -n router link set r0 up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up
ip -n left route add default via 10.1.0.1

ip -n router link add r1 type veth peer name eth0 netns right
ip -n router link set r1 address 02:00:0a:02:00:01
ip -n router addr add 10.2.0.1/24 dev r1
ip -n router link set r1 up
ip -n right link set eth0 address 02:00:0a:02:00:02
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n right link set eth0 up
ip -n right route add default via 10.2.0.1

ip netns exec router sysctl -w net.netfilter.nf_conntrack_udp_timeout=1000
ip netns exec router iptables -t raw -A PREROUTING -p tcp --dport 21 -j CT --helper ftp
ip netns exec router iptables -t raw -A PREROUTING -p udp --dport 69 -j CT --helper tftp
ip netns exec router iptables -A FORWARD -m conntrack --ctstatus EXPECTED
ip netns exec router iptables -A FORWARD -m conntrack --ctstate RELATED -j ACCEPT
ip netns exec router iptables -A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT
ip netns exec router iptables -A FORWARD -i r0 -j ACCEPT
ip netns exec router iptables -P FORWARD DROP
