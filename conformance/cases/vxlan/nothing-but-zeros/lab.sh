#!/bin/bash
# Tunnels from a wire end in h1: vx1 by itself, vx2 as a port of a bridge.
ip netns add h1
ip netns add wire
ip -n wire link add br0 address 02:00:00:00:00:01 type bridge
ip link add p1 netns wire address 02:00:00:00:05:01 type veth peer name eth0 netns h1 address 02:00:00:00:01:01
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n wire link set p1 up
ip -n h1 link set eth0 up
ip -n h1 link add vx1 address 02:00:00:00:04:01 type vxlan id 1 remote 10.0.0.2 dstport 4789
ip -n h1 addr add 10.1.0.1/24 dev vx1
ip -n h1 link set vx1 up
ip -n h1 link add br2 address 02:00:00:00:04:02 type bridge
ip -n h1 link add vx2 address 02:00:00:00:04:03 type vxlan id 2 remote 10.0.0.2 dstport 4789
ip -n h1 link set vx2 master br2
ip -n h1 addr add 10.2.0.1/24 dev br2
ip -n h1 link set vx2 up
ip -n h1 link set br2 up
