#!/bin/bash
# a without an address beside b, which answers broadcasts, and c, which has no address either.
ip netns add a
ip netns add b
ip netns add c
ip -n b link set lo up
ip -n c link set lo up
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip link add eth1 netns a address 02:00:00:00:01:0a type veth peer name eth0 netns c address 02:00:00:00:00:0c
ip link add eth1 netns b address 02:00:00:00:01:0b type veth peer name eth1 netns c address 02:00:00:00:01:0c
ip -n b addr add 10.0.1.2/24 dev eth1
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 10.0.0.3/24 dev eth0
ip -n a link set eth0 up
ip -n a link set eth1 up
ip -n b link set eth1 up
ip -n b link set eth0 up
ip -n c link set eth0 up
ip netns exec b sysctl -w net.ipv4.icmp_echo_ignore_broadcasts=0
ip netns exec c sysctl -w net.ipv4.icmp_echo_ignore_broadcasts=0
