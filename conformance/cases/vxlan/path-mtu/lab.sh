#!/bin/bash
# A tunnel from h1 to 10.0.0.2, which is wire's end of the cable by its MAC alone.
ip netns add h1
ip netns add wire
ip -n wire link add br0 address 02:00:00:00:00:01 type bridge
ip link add p1 netns wire address 02:00:00:00:05:01 type veth peer name eth0 netns h1 address 02:00:00:00:01:01
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n wire link set p1 up
ip -n h1 link set eth0 up
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n h1 link add vx1 address 02:00:00:00:04:01 type vxlan id 1 remote 10.0.0.2 dstport 4789 srcport 5000 5001
ip -n h1 link set vx1 up
