#!/bin/bash
# left before and behind a router whose rules name addresses that are no host's.
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
ip -n router neigh add 10.1.0.3 lladdr 02:00:0a:01:00:02 dev r0
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1

ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 1 -j DNAT --to-destination 0.0.0.0
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 2 -j DNAT --to-destination 255.255.255.255
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 3 -j DNAT --to-destination 224.0.0.5
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 4 -j DNAT --to-destination 10.2.0.255
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 5 -j DNAT --to-destination 10.2.0.2:0
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 6 -j DNAT --to-destination 240.0.0.1
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 7 -j DNAT --to-destination 10.1.0.2
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 8 -j DNAT --to-destination 0.0.0.0-255.255.255.255
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 11 -j SNAT --to-source 0.0.0.0
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 12 -j SNAT --to-source 255.255.255.255
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 13 -j SNAT --to-source 127.0.0.1
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 14 -j SNAT --to-source 10.2.0.1:0
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p tcp --dport 15 -j MASQUERADE --to-ports 0
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 16 -j SNAT --to-source 10.2.0.2
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 17 -j SNAT --to-source 10.1.0.2
