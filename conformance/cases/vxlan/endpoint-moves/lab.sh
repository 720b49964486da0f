#!/bin/bash
# One host; the others are frames that arrive on its wire.
ip netns add h1
ip netns add wire
ip -n wire link add br0 address 02:00:00:00:00:01 type bridge
ip link add p1 netns wire address 02:00:00:00:05:01 type veth peer name eth0 netns h1 address 02:00:00:00:01:01
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n wire link set p1 up
ip -n h1 link set eth0 up
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n h1 neigh add 10.0.0.3 lladdr 02:00:00:00:01:03 dev eth0
ip -n h1 neigh add 10.0.0.9 lladdr 02:00:00:00:01:09 dev eth0
ip -n h1 neigh add 10.5.0.7 lladdr 02:00:00:00:01:17 dev eth0
ip -n h1 route add 10.5.0.0/16 via 10.0.0.9
ip -n h1 link add vx0 address 02:00:00:00:04:01 type vxlan id 42 dstport 4789
ip -n h1 link add vx1 address 02:00:00:00:04:02 type vxlan id 43 dstport 4789 tos 0x10
ip -n h1 link set vx0 up
ip -n h1 link set vx1 up
