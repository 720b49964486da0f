#!/bin/bash
# A tunnel that learns nothing, as flannel makes it; every destination by hand.
ip netns add h1
ip netns add wire
ip -n wire link add br0 address 02:00:00:00:00:01 type bridge
ip link add p1 netns wire address 02:00:00:00:05:01 type veth peer name eth0 netns h1 address 02:00:00:00:01:01
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n wire link set p1 up
ip -n h1 link set eth0 up
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n h1 neigh add 10.0.0.3 lladdr 02:00:00:00:01:03 dev eth0
ip -n h1 link add vx0 address 02:00:00:00:04:01 type vxlan id 42 dev eth0 local 10.0.0.1 dstport 4789 nolearning srcport 5000 5001
ip -n h1 link set vx0 up
ip netns exec h1 bridge fdb add 02:00:00:00:00:01 dev vx0 dst 10.0.0.2
ip netns exec h1 bridge fdb add 02:00:00:00:00:02 dev vx0 dst 10.0.0.3 port 8472 vni 77 self
ip netns exec h1 bridge fdb append 02:00:00:00:00:03 dev vx0 dst 10.0.0.2
ip netns exec h1 bridge fdb append 02:00:00:00:00:03 dev vx0 dst 10.0.0.3
ip netns exec h1 bridge fdb replace 02:00:00:00:00:04 dev vx0 dst 10.0.0.2 static
ip netns exec h1 bridge fdb replace 02:00:00:00:00:04 dev vx0 dst 10.0.0.3 via eth0
ip netns exec h1 bridge fdb add 02:00:00:00:00:05 dev vx0 dst 10.0.0.2 extern_learn
ip netns exec h1 bridge fdb append 01:00:5e:00:00:09 dev vx0 dst 10.0.0.2
ip netns exec h1 bridge fdb append 01:00:5e:00:00:09 dev vx0 dst 10.0.0.3
ip netns exec h1 bridge fdb add 02:00:00:00:00:06 dev vx0 dst 10.0.0.2
ip netns exec h1 bridge fdb del 02:00:00:00:00:06 dev vx0 dst 10.0.0.2
ip netns exec h1 bridge fdb add 02:00:00:00:00:07 dev vx0 dst 172.16.0.9
ip netns exec h1 bridge fdb add 02:00:00:00:00:08 dev vx0 dst 172.16.0.9 via eth0
ip netns exec h1 bridge fdb add 02:00:00:00:00:09 dev vx0 dst 0.0.0.0
ip -n h1 neigh add 172.16.0.9 lladdr 02:00:00:00:01:09 dev eth0
