#!/bin/bash
# Tunnels that differ in what their outer headers say.
ip netns add h1
ip netns add wire
ip -n wire link add br0 address 02:00:00:00:00:01 type bridge
ip link add p1 netns wire address 02:00:00:00:05:01 type veth peer name eth0 netns h1 address 02:00:00:00:01:01
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n wire link set p1 up
ip -n h1 link set eth0 up
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n h1 neigh add 10.0.0.3 lladdr 02:00:00:00:01:03 dev eth0
ip -n h1 link add vx1 address 02:00:00:00:04:01 type vxlan id 1 remote 10.0.0.2 dstport 4789 ttl 7 tos 10 noudpcsum srcport 5000 5001
ip -n h1 link add vx2 address 02:00:00:00:04:02 type vxlan id 2 remote 10.0.0.2 dstport 4789 ttl inherit tos inherit df inherit srcport 5000 5001
ip -n h1 link add vx3 address 02:00:00:00:04:03 type vxlan id 3 remote 10.0.0.2 dstport 4789 ttl auto df set srcport 5000 5001
ip -n h1 link add vx4 address 02:00:00:00:04:04 type vxlan id 4 remote 10.0.0.2 local 10.0.0.1 dstport 0 tos 17 srcport 6000 6001
ip -n h1 link add vx5 address 02:00:00:00:04:05 type vxlan id 5 remote 10.0.0.2 dstport 4789
ip netns exec h1 sysctl -w net.ipv4.ip_default_ttl=50
ip -n h1 link set vx1 up
ip -n h1 link set vx2 up
ip -n h1 link set vx3 up
ip -n h1 link set vx4 up
ip -n h1 link set vx5 up
