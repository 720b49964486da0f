#!/bin/bash
# h1 routes into tunnels to 10.0.0.2: vx1 by itself, vx2 as a port of br2, vx3 with room for less than min_pmtu.
ip netns add h1
ip netns add wire
ip netns add left
ip -n wire link add br0 address 02:00:00:00:00:01 type bridge
ip link add p1 netns wire address 02:00:00:00:05:01 type veth peer name eth0 netns h1 address 02:00:00:00:01:01
ip link add l0 netns h1 address 02:00:00:00:01:02 type veth peer name eth0 netns left address 02:00:00:00:02:01
ip netns exec h1 sysctl -w net.ipv4.ip_forward=1
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n h1 addr add 10.9.0.1/24 dev l0
ip -n wire link set p1 up
ip -n left link set eth0 up
ip -n h1 link set lo up
ip -n h1 link set eth0 up
ip -n h1 link set l0 up
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:05:01 dev eth0
ip -n h1 neigh add 10.0.0.3 lladdr 02:00:00:00:05:01 dev eth0
ip -n h1 neigh add 10.9.0.2 lladdr 02:00:00:00:02:01 dev l0
ip -n h1 route add 10.0.0.3/32 dev eth0 mtu 500
ip -n h1 link add vx1 address 02:00:00:00:04:01 type vxlan id 1 remote 10.0.0.2 dstport 4789 srcport 5000 5001
ip -n h1 link add br2 address 02:00:00:00:04:02 mtu 1500 type bridge
ip -n h1 link add vx2 address 02:00:00:00:04:03 type vxlan id 2 remote 10.0.0.2 dstport 4789 srcport 5000 5001
ip -n h1 link add vx3 address 02:00:00:00:04:04 type vxlan id 3 remote 10.0.0.3 dstport 4789 srcport 5000 5001
ip -n h1 link set vx2 master br2
ip -n h1 addr add 10.1.0.1/24 dev vx1
ip -n h1 addr add 10.2.0.1/24 dev br2
ip -n h1 addr add 10.3.0.1/24 dev vx3
ip -n h1 link set vx1 up
ip -n h1 link set vx2 up
ip -n h1 link set br2 up
ip -n h1 link set vx3 up
ip -n h1 neigh add 10.1.0.2 lladdr 02:00:00:00:06:01 dev vx1
ip -n h1 neigh add 10.1.0.3 lladdr 02:00:00:00:06:01 dev vx1
ip -n h1 neigh add 10.2.0.2 lladdr 02:00:00:00:06:02 dev br2
ip -n h1 neigh add 10.2.0.3 lladdr 02:00:00:00:06:02 dev br2
ip -n h1 neigh add 10.3.0.2 lladdr 02:00:00:00:06:03 dev vx3
ip -n h1 neigh add 10.3.0.3 lladdr 02:00:00:00:06:03 dev vx3
ip -n h1 route add 10.4.0.0/24 via 10.1.0.2
ip -n h1 route add 10.5.0.0/24 dev vx1 mtu lock 1480
