#!/bin/bash
# Four hosts on one wire, a bridge in a namespace of its own; the first knows two remotes by hand beside the one that it was made with.
ip netns add wire
ip -n wire link add br0 address 02:00:00:00:00:01 type bridge
ip -n wire link set br0 up
ip netns add h1
ip netns add h2
ip netns add h3
ip netns add h4
ip link add p1 netns wire address 02:00:00:00:05:01 type veth peer name eth0 netns h1 address 02:00:00:00:01:01
ip link add p2 netns wire address 02:00:00:00:05:02 type veth peer name eth0 netns h2 address 02:00:00:00:01:02
ip link add p3 netns wire address 02:00:00:00:05:03 type veth peer name eth0 netns h3 address 02:00:00:00:01:03
ip link add p4 netns wire address 02:00:00:00:05:04 type veth peer name eth0 netns h4 address 02:00:00:00:01:04
ip -n wire link set p1 master br0
ip -n wire link set p2 master br0
ip -n wire link set p3 master br0
ip -n wire link set p4 master br0
ip -n wire link set p1 up
ip -n wire link set p2 up
ip -n wire link set p3 up
ip -n wire link set p4 up
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n h2 addr add 10.0.0.2/24 dev eth0
ip -n h3 addr add 10.0.0.3/24 dev eth0
ip -n h4 addr add 10.0.0.4/24 dev eth0
ip -n h1 link set eth0 up
ip -n h2 link set eth0 up
ip -n h3 link set eth0 up
ip -n h4 link set eth0 up
ip -n h1 link add vx0 address 02:00:00:00:04:01 type vxlan id 42 remote 10.0.0.2 dstport 4789
ip -n h2 link add vx0 address 02:00:00:00:04:02 type vxlan id 42 remote 10.0.0.1 dstport 4789
ip -n h3 link add vx0 address 02:00:00:00:04:03 type vxlan id 42 remote 10.0.0.1 dstport 4789
ip -n h4 link add vx0 address 02:00:00:00:04:04 type vxlan id 42 dstport 4789
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n h1 neigh add 10.0.0.3 lladdr 02:00:00:00:01:03 dev eth0
ip -n h1 neigh add 10.0.0.4 lladdr 02:00:00:00:01:04 dev eth0
ip netns exec h1 bridge fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.3
ip netns exec h1 bridge fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.4
ip netns exec h1 bridge fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.3
ip -n h1 link set vx0 up
ip -n h2 link set vx0 up
ip -n h3 link set vx0 up
ip -n h4 link set vx0 up
ip -n h1 addr add 10.1.0.1/24 dev vx0
ip -n h3 addr add 10.1.0.3/24 dev vx0
ip -n h4 addr add 10.1.0.4/24 dev vx0
