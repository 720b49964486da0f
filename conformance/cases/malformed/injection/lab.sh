#!/bin/bash
# a and b on one wire that is narrow at a's end, with a bridge and a tunnel at a.
ip netns add a
ip netns add b
ip -n a link add br0 address 02:00:00:00:00:01 type bridge
ip -n a link set br0 up
ip link add p0 netns a address 02:00:00:00:01:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip link add eth1 netns a address 02:00:00:00:00:0a type veth peer name eth1 netns b address 02:00:00:00:01:0b
ip -n a link set p0 master br0
ip -n a link set p0 up
ip -n b link set eth0 up
ip -n a link set eth1 mtu 600
ip -n a link set eth1 up
ip -n b link set eth1 up
ip -n a link set lo up
ip -n a addr add 10.0.0.1/24 dev br0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link add vx0 address 02:00:00:00:04:01 mtu 800 type vxlan id 42 remote 10.0.0.2 dstport 4789
ip -n a link set vx0 up
