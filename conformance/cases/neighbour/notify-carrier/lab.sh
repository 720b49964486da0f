#!/bin/bash
# left -- router -- right, the router in a namespace of its own.
ip netns add router
ip netns add left
ip netns add right
ip -n router link add br9 type bridge
ip -n router link set br9 address 02:00:0a:00:00:99
ip netns exec router sysctl -w net.ipv4.ip_forward=1
ip -n router link add r0 type veth peer name eth0 netns left
ip -n router link set r0 address 02:00:0a:01:00:01
ip -n router addr add 10.1.0.1/24 dev r0
ip -n router link set r0 up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up
ip -n router link add r1 type veth peer name eth0 netns right
ip -n router link set r1 address 02:00:0a:02:00:01
ip -n router addr add 10.2.0.1/24 dev r1
ip -n router link set r1 up
ip -n right link set eth0 address 02:00:0a:02:00:02
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n right link set eth0 up
ip netns exec right sysctl -w net.ipv4.conf.all.arp_notify=1
ip netns exec router sysctl -w net.ipv4.neigh.r1.retrans_time_ms=2000
ip netns exec router sysctl -w net.ipv4.neigh.r1.mcast_solicit=3
ip netns exec router sysctl -w net.ipv4.neigh.r1.delay_first_probe_time=30
