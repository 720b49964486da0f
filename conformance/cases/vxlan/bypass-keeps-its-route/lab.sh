#!/bin/bash
# vx1's tunnel ends in h1 itself, at vx2.
ip netns add h1
ip netns add left
ip netns add wire
ip -n wire link add br0 address 02:00:00:00:00:01 type bridge
ip link add l0 netns h1 address 02:00:00:00:01:02 type veth peer name eth0 netns left address 02:00:00:00:02:01
ip netns exec h1 sysctl -w net.ipv4.ip_forward=1
ip -n h1 addr add 10.9.0.1/24 dev l0
ip -n left link set eth0 up
ip -n h1 link set lo up
ip -n h1 link set l0 up
ip -n h1 neigh add 10.9.0.2 lladdr 02:00:00:00:02:01 dev l0
ip -n h1 link add vx1 address 02:00:00:00:04:01 type vxlan id 1 remote 10.9.0.1 dstport 4789
ip -n h1 link add vx2 address 02:00:00:00:04:02 type vxlan id 2 remote 10.9.0.1 dstport 4790
ip netns exec h1 bridge fdb add 02:00:00:00:04:02 dev vx1 dst 10.9.0.1 port 4790 vni 2
ip -n h1 addr add 10.1.0.1/24 dev vx1
ip -n h1 addr add 10.2.0.1/24 dev vx2
ip -n h1 link set vx1 up
ip -n h1 link set vx2 up
ip -n h1 neigh add 10.1.0.2 lladdr 02:00:00:00:04:02 dev vx1
