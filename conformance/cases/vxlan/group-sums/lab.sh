#!/bin/bash
# Two tunnels from h1 to h2, one with a checksum outside and one without; h2 has an address in each.
ip netns add h1
ip netns add h2
ip link add eth0 netns h1 address 02:00:00:00:01:01 type veth peer name eth0 netns h2 address 02:00:00:00:01:02
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n h2 addr add 10.0.0.2/24 dev eth0
ip -n h1 link set eth0 up
ip -n h2 link set eth0 up
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n h2 neigh add 10.0.0.1 lladdr 02:00:00:00:01:01 dev eth0
ip -n h1 link add summed address 02:00:00:00:04:01 type vxlan id 42 remote 10.0.0.2 dstport 4789 srcport 5000 5001
ip -n h1 link add plain address 02:00:00:00:05:01 type vxlan id 43 remote 10.0.0.2 dstport 4789 srcport 5000 5001 noudpcsum
ip -n h2 link add summed address 02:00:00:00:04:02 type vxlan id 42 remote 10.0.0.1 dstport 4789 srcport 5000 5001
ip -n h2 link add plain address 02:00:00:00:05:02 type vxlan id 43 remote 10.0.0.1 dstport 4789 srcport 5000 5001 noudpcsum
ip -n h2 addr add 10.1.0.2/24 dev summed
ip -n h2 addr add 10.2.0.2/24 dev plain
ip -n h1 link set summed up
ip -n h1 link set plain up
ip -n h2 link set summed up
ip -n h2 link set plain up
ip netns exec h2 iptables -A INPUT -i summed -p udp
