#!/bin/bash
# A host that rejects what its tunnel sends.
ip netns add h1
ip netns add wire
ip link add p1 netns wire address 02:00:00:00:05:01 type veth peer name eth0 netns h1 address 02:00:00:00:01:01
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n wire link set p1 up
ip -n h1 link set eth0 up
ip -n h1 link set lo up
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n h1 link add vx0 address 02:00:00:00:04:01 type vxlan id 42 remote 10.0.0.2 dstport 4789 srcport 5000 5001
ip -n h1 addr add 10.1.0.1/24 dev vx0
ip -n h1 link set vx0 up
ip netns exec h1 sysctl -w net.ipv4.icmp_ratemask=0
ip netns exec h1 sysctl -w net.ipv4.neigh.vx0.mcast_solicit=2
ip netns exec h1 iptables -A OUTPUT -p udp --dport 4789 -j REJECT
