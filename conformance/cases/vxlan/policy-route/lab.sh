#!/bin/bash
# h1 and h2 with two links between them; tunnels from h1 to an address behind h2 that either link leads to.
ip netns add h1
ip netns add h2
ip -n h1 link add br0 address 02:00:00:00:03:01 type bridge
ip link add eth0 netns h1 address 02:00:00:00:01:01 type veth peer name eth0 netns h2 address 02:00:00:00:01:02
ip link add eth1 netns h1 address 02:00:00:00:02:01 type veth peer name eth1 netns h2 address 02:00:00:00:02:02
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n h1 addr add 10.0.1.1/24 dev eth1
ip -n h2 addr add 10.0.0.2/24 dev eth0
ip -n h2 addr add 10.0.1.2/24 dev eth1
ip -n h1 link set eth0 up
ip -n h1 link set eth1 up
ip -n h2 link set eth0 up
ip -n h2 link set eth1 up
ip -n h1 route add 10.9.0.2 via 10.0.0.2
ip -n h1 route add 10.9.0.2 via 10.0.1.2 table 100
ip -n h1 rule add tos 0x10 lookup 100
ip -n h1 rule add ipproto udp dport 4790 lookup 100
ip -n h1 link add plain address 02:00:00:00:04:01 type vxlan id 1 remote 10.9.0.2 local 10.0.0.1 dstport 4789 srcport 5000 5001
ip -n h1 link add taken address 02:00:00:00:04:02 type vxlan id 2 remote 10.9.0.2 local 10.0.0.1 dstport 4789 srcport 5000 5001 tos inherit
ip -n h1 link add own address 02:00:00:00:04:03 type vxlan id 3 remote 10.9.0.2 local 10.0.0.1 dstport 4789 srcport 5000 5001 tos 0xd0
ip -n h1 link add port address 02:00:00:00:04:04 type vxlan id 4 remote 10.9.0.2 local 10.0.0.1 dstport 4790 srcport 5000 5001
ip -n h1 link set plain up
ip -n h1 link set taken up
ip -n h1 link set own up
ip -n h1 link set port up
