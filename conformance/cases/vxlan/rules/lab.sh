#!/bin/bash
# A host with rules and connection tracking around its tunnel.
ip netns add h1
ip netns add wire
ip -n wire link add br0 address 02:00:00:00:00:01 type bridge
ip link add p1 netns wire address 02:00:00:00:05:01 type veth peer name eth0 netns h1 address 02:00:00:00:01:01
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n wire link set p1 up
ip -n h1 link set eth0 up
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n h1 neigh add 10.0.0.3 lladdr 02:00:00:00:01:03 dev eth0
ip -n h1 addr add 10.0.9.1/32 dev lo
ip -n h1 link set lo up
ip -n h1 link add vx0 address 02:00:00:00:04:01 type vxlan id 42 remote 10.0.0.2 local 10.0.9.1 dstport 4789 srcport 5000 5001
ip -n h1 link set vx0 up
ip netns exec h1 bridge fdb add 02:00:00:00:00:03 dev vx0 dst 10.0.0.3
ip netns exec h1 iptables -A OUTPUT -o eth0 -p udp --dport 4789 -d 10.0.0.3 -j DROP
ip netns exec h1 iptables -A INPUT -p udp --dport 4789 -s 10.0.0.4 -j DROP
ip netns exec h1 iptables -A INPUT -p udp --dport 4789 -m conntrack --ctstate NEW
ip netns exec h1 iptables -A INPUT -p udp --dport 4789 -m conntrack --ctstate ESTABLISHED
ip netns exec h1 iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE
