#!/bin/bash
# left -- router -- right; the router gives left another address, which is longer.
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

ip -n router addr add 10.2.0.100/24 dev r1
ip netns exec router iptables -t raw -A PREROUTING -p tcp --dport 21 -j CT --helper ftp
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -j SNAT --to-source 10.2.0.100
ip netns exec router iptables -A FORWARD -m conntrack --ctstate RELATED
