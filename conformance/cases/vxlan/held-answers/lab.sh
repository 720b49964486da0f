#!/bin/bash
# h1 has three addresses behind a tunnel to h2, whose answers wait for ARP through it.
ip netns add h1
ip netns add h2
ip link add eth0 netns h1 address 02:00:00:00:01:01 type veth peer name eth0 netns h2 address 02:00:00:00:01:02
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n h2 addr add 10.0.0.2/24 dev eth0
ip -n h1 link set eth0 up
ip -n h2 link set eth0 up
ip -n h1 neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n h2 neigh add 10.0.0.1 lladdr 02:00:00:00:01:01 dev eth0
ip -n h1 link add vx0 address 02:00:00:00:04:01 type vxlan id 42 remote 10.0.0.2 dstport 4789 srcport 5000 5001
ip -n h2 link add vx0 address 02:00:00:00:04:02 type vxlan id 42 remote 10.0.0.1 dstport 4789 srcport 5000 5001
ip -n h1 addr add 10.1.0.1/24 dev vx0
ip -n h1 addr add 10.1.0.11/24 dev vx0
ip -n h1 addr add 10.1.0.12/24 dev vx0
ip -n h2 addr add 10.1.0.2/24 dev vx0
ip -n h1 link set vx0 up
ip -n h2 link set vx0 up
ip netns exec h1 sysctl -w net.ipv4.conf.all.arp_announce=0
ip netns exec h2 sysctl -w net.ipv4.icmp_ratemask=0

ip netns exec h2 iptables -A OUTPUT -p icmp -m owner --socket-exists
ip netns exec h2 iptables -A OUTPUT -p icmp -m owner ! --socket-exists
ip netns exec h2 iptables -A OUTPUT -p tcp -m owner --socket-exists
ip netns exec h2 iptables -A OUTPUT -p udp -m owner --socket-exists
ip netns exec h2 iptables -A OUTPUT -p udp -m owner ! --socket-exists
ip netns exec h2 iptables -A OUTPUT -p udp -m owner ! --uid-owner 7
