#!/bin/bash
# left before a router whose interfaces have no address.
ip netns add router
ip netns add left
ip netns add right
ip netns exec router sysctl -w net.ipv4.ip_forward=1

ip -n router link add r0 type veth peer name eth0 netns left
ip -n router link set r0 address 02:00:0a:01:00:01
ip -n router link set r0 up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up
ip -n left route add default via 10.1.0.1

ip -n router link add r1 type veth peer name eth0 netns right
ip -n router link set r1 address 02:00:0a:02:00:01
ip -n router link set r1 up
ip -n right link set eth0 address 02:00:0a:02:00:02
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n right link set eth0 up
ip -n right route add default via 10.2.0.1

ip -n router neigh add 10.1.0.2 lladdr 02:00:0a:01:00:02 dev r0
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1

ip -n router route add 10.1.0.0/24 dev r0
ip -n router route add 10.2.0.0/24 dev r1
ip -n router link set lo up
ip -n router addr add 10.8.0.1/32 dev lo scope link
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 53 -j REDIRECT
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p tcp --dport 80 -j REDIRECT --to-ports 8080
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp -j MASQUERADE
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p icmp -j SNAT --to-source 10.2.0.1
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p tcp -j MASQUERADE --to-ports 3000
