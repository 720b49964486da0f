#!/bin/bash
# a router whose own packets are translated.
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

ip -n router neigh add 10.1.0.2 lladdr 02:00:0a:01:00:02 dev r0
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1

ip -n router addr add 192.0.2.1/24 dev r0
ip -n router link set lo up
ip netns exec router iptables -t nat -A OUTPUT -d 10.1.0.2 -p udp --dport 5000 -j DNAT --to-destination 10.2.0.2:5500
ip netns exec router iptables -t nat -A OUTPUT -d 10.1.0.2 -p icmp -j DNAT --to-destination 10.2.0.2
ip netns exec router iptables -t nat -A OUTPUT -d 10.1.0.2 -p udp --dport 5001 -j REDIRECT --to-ports 5501
ip netns exec router iptables -t nat -A OUTPUT -d 10.1.0.2 -p udp --dport 5002 -j DNAT --to-destination 198.51.100.1
ip netns exec router iptables -t nat -A OUTPUT -d 198.51.100.1 -p udp -j DNAT --to-destination 10.2.0.2
ip netns exec router iptables -t nat -A OUTPUT -p udp --dport 5003 -j DNAT --to-destination 10.1.0.2:5503
ip netns exec router iptables -t nat -A OUTPUT -p udp --dport 5004 -j DNAT --to-destination 10.2.0.1
ip netns exec router iptables -t nat -A OUTPUT -p tcp --dport 80 -j DNAT --to-destination 10.2.0.2:8080
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp -j SNAT --to-source 10.2.0.1
ip netns exec router iptables -A OUTPUT -d 10.2.0.2 -o r1
ip netns exec router iptables -A OUTPUT -d 10.2.0.2 -o r0
