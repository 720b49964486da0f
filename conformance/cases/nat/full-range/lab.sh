#!/bin/bash
# many sources behind an address with few ports.
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
ip -n router neigh add 10.1.0.4 lladdr 02:00:0a:01:00:02 dev r0
ip -n router neigh add 10.1.0.5 lladdr 02:00:0a:01:00:02 dev r0
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1

ip netns exec router sysctl -w net.netfilter.nf_conntrack_udp_timeout=3
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp -j MASQUERADE --to-ports 3000-3001
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p tcp --dport 80 -j MASQUERADE --to-ports 3000
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p tcp --dport 81 -j MASQUERADE --to-ports 3000-3001
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p icmp -j SNAT --to-source 10.2.0.1:55
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 6000 -j DNAT --to-destination 10.2.0.2:7000
