#!/bin/bash
# left behind a router that masquerades, by several addresses and ways.
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

ip -n router addr add 10.2.0.7/24 dev r1
ip -n router addr add 10.3.0.1/24 dev r1
ip -n router addr add 10.4.0.1/24 dev r1 scope link
ip -n router route add 192.0.2.0/24 via 10.3.0.9
ip -n router route add 198.51.100.0/24 via 10.4.0.9
ip -n router route add 203.0.113.0/24 via 10.2.0.2
ip -n router neigh add 10.3.0.9 lladdr 02:00:0a:02:00:02 dev r1
ip -n router neigh add 10.4.0.9 lladdr 02:00:0a:02:00:02 dev r1
ip netns add bare
ip -n router link add r2 type veth peer name eth0 netns bare
ip -n router link set r2 address 02:00:0a:05:00:01
ip -n router link set r2 up
ip -n bare link set eth0 address 02:00:0a:05:00:02
ip -n bare link set eth0 up
ip -n router route add 10.5.0.0/24 dev r2
ip -n router neigh add 10.5.0.2 lladdr 02:00:0a:05:00:02 dev r2
ip netns exec router iptables -t nat -A POSTROUTING -s 10.1.0.0/24 -p tcp -j MASQUERADE --to-ports 3000-3002
ip netns exec router iptables -t nat -A POSTROUTING -s 10.1.0.0/24 -j MASQUERADE
ip netns exec router iptables -A FORWARD -m conntrack --ctstate NEW
ip netns exec router iptables -A FORWARD -m conntrack --ctstate ESTABLISHED
