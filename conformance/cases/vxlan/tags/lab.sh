#!/bin/bash
# One tunnel whose outer header inherits from the packet inside.
ip netns add h1
ip netns add wire
ip -n wire link add br0 address 02:00:00:00:00:01 type bridge
ip link add p1 netns wire address 02:00:00:00:05:01 type veth peer name eth0 netns h1 address 02:00:00:00:01:01
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n wire link set p1 up
ip -n h1 link set eth0 up
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n h1 link add vx2 address 02:00:00:00:04:02 type vxlan id 2 remote 10.0.0.2 dstport 4789 ttl inherit tos inherit srcport 5000 5001
ip -n h1 link set vx2 up
