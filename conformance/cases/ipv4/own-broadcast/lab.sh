#!/bin/bash
ip netns add left
ip netns add right
ip -n right link add br9 address 02:00:0a:01:00:99 type bridge
ip -n right link add eth0 address 02:00:0a:01:00:03 type veth peer name eth0 netns left
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up
ip -n right addr add 10.1.0.3/24 dev eth0
ip -n right link set eth0 up
ip -n left neigh replace 10.1.0.3 lladdr 02:00:0a:01:00:03 dev eth0 nud permanent
ip -n right neigh replace 10.1.0.2 lladdr 02:00:0a:01:00:02 dev eth0 nud permanent
ip -n left route add 224.0.0.0/4 dev eth0
ip netns exec left sysctl -w net.ipv4.icmp_echo_ignore_broadcasts=0
ip netns exec right sysctl -w net.ipv4.icmp_echo_ignore_broadcasts=0
