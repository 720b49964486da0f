#!/bin/bash
# h1 sends everything unknown twice to h2, which tracks connections and forwards to c.
ip netns add h1
ip netns add h2
ip netns add c
ip link add eth0 netns h1 address 02:00:00:00:01:01 type veth peer name eth0 netns h2 address 02:00:00:00:01:02
ip link add eth1 netns h2 address 02:00:00:00:02:02 type veth peer name eth0 netns c address 02:00:00:00:02:09
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n h2 addr add 10.0.0.2/24 dev eth0
ip -n h2 addr add 10.2.0.2/24 dev eth1
ip -n c addr add 10.2.0.9/24 dev eth0
ip -n h1 link set eth0 up
ip -n h2 link set eth0 up
ip -n h2 link set eth1 up
ip -n c link set eth0 up
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n h2 neigh add 10.2.0.9 lladdr 02:00:00:00:02:09 dev eth1
ip -n h1 link add vx0 address 02:00:00:00:04:01 type vxlan id 42 remote 10.0.0.2 dev eth0 dstport 4789 srcport 5000 5001
ip netns exec h1 bridge fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.2
ip -n h2 link add vx0 address 02:00:00:00:04:02 type vxlan id 42 remote 10.0.0.1 dstport 4789
ip -n h2 addr add 10.1.0.2/24 dev vx0
ip -n h1 link set vx0 up
ip -n h2 link set vx0 up
ip netns exec h2 sysctl -w net.ipv4.ip_forward=1
ip netns exec h2 iptables -A FORWARD -m conntrack --ctstate NEW
ip netns exec h2 iptables -A FORWARD -m conntrack --ctstate ESTABLISHED
