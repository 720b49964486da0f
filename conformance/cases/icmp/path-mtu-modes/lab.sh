#!/bin/bash
# left -- h -- right; h also forwards, and knows 10.9.0.0/16 behind right.
ip netns add h
ip netns add left
ip netns add right
ip netns exec h sysctl -w net.ipv4.ip_forward=1
ip netns exec h sysctl -w net.ipv4.icmp_ratemask=0

ip -n h link add r0 type veth peer name eth0 netns left
ip -n h link set r0 address 02:00:0a:01:00:01
ip -n h addr add 10.1.0.1/24 dev r0
ip -n h link set r0 up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up

ip -n h link add r1 type veth peer name eth0 netns right
ip -n h link set r1 address 02:00:0a:02:00:01
ip -n h addr add 10.2.0.1/24 dev r1
ip -n h link set r1 up
ip -n right link set eth0 address 02:00:0a:02:00:02
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n right link set eth0 up

ip -n h neigh add 10.1.0.2 lladdr 02:00:0a:01:00:02 dev r0 nud permanent
ip -n h neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1 nud permanent
ip -n h route add 10.9.0.0/16 via 10.2.0.2
