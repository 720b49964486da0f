#!/bin/bash
# left behind a router whose rules translate both ends.
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

ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 80 -j DNAT --to-destination 10.2.0.2:8080
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 81 -j DNAT --to-destination 10.2.0.2:8080
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 82 -j DNAT --to-destination 10.2.0.2:82
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 83 -j DNAT --to-destination 10.1.0.2
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 80 -j SNAT --to-source 10.2.0.66
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 8080 -j SNAT --to-source 10.2.0.50:9000-9001
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 82 -j SNAT --to-source 10.1.0.2
ip netns exec router iptables -t nat -A POSTROUTING -o r0 -j MASQUERADE
ip netns exec router iptables -A FORWARD -m conntrack --ctstate DNAT
ip netns exec router iptables -A FORWARD -m conntrack --ctstate SNAT
ip netns exec router iptables -A FORWARD -m conntrack --ctorigdst 10.1.0.1 --ctorigdstport 80 --ctdir REPLY
