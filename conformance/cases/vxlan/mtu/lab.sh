#!/bin/bash
# Two hosts whose tunnels take 1500 bytes over a wire of 1500, one behind a bridge and one with an address.
ip netns add h1
ip netns add h2
ip netns add c1
ip netns add c2
ip -n h1 link add br0 address 02:00:00:00:03:01 type bridge
ip link add eth0 netns h1 address 02:00:00:00:01:01 type veth peer name eth0 netns h2 address 02:00:00:00:01:02
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n h2 addr add 10.0.0.2/24 dev eth0
ip -n h1 link set eth0 up
ip -n h2 link set eth0 up
ip link add vc1 netns h1 address 02:00:00:00:02:01 type veth peer name eth0 netns c1 address 02:00:00:00:00:0a
ip link add vc2 netns h2 address 02:00:00:00:02:02 type veth peer name eth0 netns c2 address 02:00:00:00:00:0b
ip -n h2 link add br0 address 02:00:00:00:03:02 type bridge
ip -n h1 link add vx0 address 02:00:00:00:04:01 type vxlan id 42 remote 10.0.0.2 dstport 4789
ip -n h2 link add vx0 address 02:00:00:00:04:02 type vxlan id 42 remote 10.0.0.1 dstport 4789
ip -n h1 link set vc1 master br0
ip -n h1 link set vx0 master br0
ip -n h2 link set vc2 master br0
ip -n h2 link set vx0 master br0
ip -n h1 link set br0 up
ip -n h2 link set br0 up
ip -n h1 link set vc1 up
ip -n h1 link set vx0 up
ip -n h2 link set vc2 up
ip -n h2 link set vx0 up
ip -n c1 addr add 10.1.0.1/24 dev eth0
ip -n c2 addr add 10.1.0.2/24 dev eth0
ip -n c1 link set eth0 up
ip -n c2 link set eth0 up
ip -n h1 link add vx1 address 02:00:00:00:04:11 type vxlan id 1 remote 10.0.0.2 dstport 4789 df set
ip -n h1 link set vx1 up
ip -n h1 link add vx2 address 02:00:00:00:04:12 type vxlan id 2 remote 10.0.0.2 dstport 4789
ip -n h1 link set vx2 up
