#!/bin/bash
# left and two uplinks, one and two, around a router.
ip netns add router
ip netns add left
ip netns add one
ip netns add two
ip netns exec router sysctl -w net.ipv4.ip_forward=1
ip netns exec router sysctl -w net.ipv4.icmp_ratemask=0

ip -n router link add r0 type veth peer name eth0 netns left
ip -n router link set r0 address 02:00:0a:01:00:01
ip -n router addr add 10.1.0.1/24 dev r0
ip -n router link set r0 up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up
ip -n left route add default via 10.1.0.1

ip -n router link add r1 type veth peer name eth0 netns one
ip -n router link set r1 address 02:00:0a:02:00:01
ip -n router addr add 10.2.0.1/24 dev r1
ip -n router link set r1 up
ip -n one link set eth0 address 02:00:0a:02:00:02
ip -n one addr add 10.2.0.2/24 dev eth0
ip -n one link set eth0 up
ip -n one route add default via 10.2.0.1

ip -n router link add r2 type veth peer name eth0 netns two
ip -n router link set r2 address 02:00:0a:03:00:01
ip -n router addr add 10.3.0.1/24 dev r2
ip -n router link set r2 up
ip -n two link set eth0 address 02:00:0a:03:00:02
ip -n two addr add 10.3.0.2/24 dev eth0
ip -n two link set eth0 up
ip -n two route add default via 10.3.0.1

ip netns exec router sysctl -w net.ipv4.fib_multipath_hash_seed=4711
ip netns exec router sysctl -w net.ipv4.fib_multipath_hash_policy=1
ip -n router route add 10.9.0.0/16 nexthop via 10.2.0.2 nexthop via 10.3.0.2
ip -n router route add 10.8.0.0/16 via 10.1.0.2
