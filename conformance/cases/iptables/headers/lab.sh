#!/bin/bash
# left and right around a router that counts and rewrites.
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
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1

ip netns exec router iptables -A FORWARD -m length --length 33
ip netns exec router iptables -A FORWARD -m length --length 34:100
ip netns exec router iptables -A FORWARD -m length ! --length :100
ip netns exec router iptables -A FORWARD -m length --length 100:33
ip netns exec router iptables -t mangle -A PREROUTING -m ttl --ttl-eq 64
ip netns exec router iptables -t mangle -A PREROUTING -m ttl ! --ttl-eq 64
ip netns exec router iptables -t mangle -A PREROUTING -m ttl --ttl-lt 10
ip netns exec router iptables -t mangle -A PREROUTING -m ttl --ttl-gt 9
ip netns exec router iptables -A FORWARD -m tos --tos 0x10
ip netns exec router iptables -A FORWARD -m tos --tos Minimize-Delay
ip netns exec router iptables -A FORWARD -m tos --tos 0x11/0x10
ip netns exec router iptables -A FORWARD -m tos ! --tos 0/0xfc
ip netns exec router iptables -A FORWARD -m dscp --dscp-class EF
ip netns exec router iptables -A FORWARD -m dscp ! --dscp 0
ip netns exec router iptables -A FORWARD -m ecn --ecn-ip-ect 1
ip netns exec router iptables -A FORWARD -m ecn ! --ecn-ip-ect 0
ip netns exec router iptables -A FORWARD -p tcp -m ecn --ecn-tcp-cwr
ip netns exec router iptables -A FORWARD -p tcp -m ecn --ecn-tcp-ece ! --ecn-tcp-cwr
ip netns exec router iptables -A FORWARD -p tcp -m ecn ! --ecn-tcp-ece ! --ecn-tcp-cwr --ecn-ip-ect 0
ip netns exec router iptables -A FORWARD -m iprange --src-range 10.1.0.2-10.1.0.5
ip netns exec router iptables -A FORWARD -m iprange ! --src-range 10.1.0.2-10.1.0.5 --dst-range 10.2.0.2
ip netns exec router iptables -A FORWARD -m mac --mac-source 02:00:0a:01:00:02
ip netns exec router iptables -A FORWARD -m mac ! --mac-source 02:00:0a:01:00:02
ip netns exec router iptables -A INPUT -m mac --mac-source 02:00:0a:01:00:02
ip netns exec router iptables -A INPUT -m pkttype --pkt-type broadcast
ip netns exec router iptables -A INPUT -m pkttype --pkt-type multicast
ip netns exec router iptables -A INPUT -m pkttype --pkt-type unicast
ip netns exec router iptables -A OUTPUT -m pkttype --pkt-type unicast
ip netns exec router iptables -A OUTPUT -m pkttype ! --pkt-type unicast
ip netns exec router iptables -A FORWARD -m statistic --mode nth --every 3 --packet 0
ip netns exec router iptables -A FORWARD -m statistic --mode nth --every 3 --packet 2
ip netns exec router iptables -A FORWARD -m statistic --mode nth ! --every 4 --packet 1
ip netns exec router iptables -A FORWARD -m statistic --mode random --probability 1
ip netns exec router iptables -A FORWARD -m statistic --mode random --probability 0

ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 6001 -j TTL --ttl-set 200
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 6002 -j TTL --ttl-inc 250
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 6003 -j TTL --ttl-dec 5
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 6004 -j TTL --ttl-dec 100
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 6005 -j TOS --set-tos 0x15
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 6006 -j TOS --set-tos 0xf5/0x0f
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 6007 -j TOS --or-tos 0x40
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 6008 -j DSCP --set-dscp 63
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 6008 -j DSCP --set-dscp-class AF43
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 6009 -j TTL --ttl-set 1
ip netns exec router iptables -t mangle -A POSTROUTING -p udp --dport 6010 -j TTL --ttl-set 0
