#!/bin/bash
# A third end shows the difference between flooding and forwarding.

sysctl -w net.ipv6.conf.all.disable_ipv6=1
sysctl -w net.ipv6.conf.default.disable_ipv6=1
sysctl -w net.bridge.bridge-nf-call-iptables=0

ip link add br0 type bridge
ip link set br0 address 02:00:00:00:00:01
ip link set br0 up

ip netns add a
ip netns exec a sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec a sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add va type veth peer name eth0 netns a
ip link set va address 02:00:00:00:01:0a
ip link set va master br0
ip link set va up
ip -n a link set eth0 address 02:00:00:00:00:0a
ip -n a link set lo up
ip -n a link set eth0 up

ip netns add b
ip netns exec b sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vb type veth peer name eth0 netns b
ip link set vb address 02:00:00:00:01:0b
ip link set vb master br0
ip link set vb up
ip -n b link set eth0 address 02:00:00:00:00:0b
ip -n b link set lo up
ip -n b link set eth0 up

ip netns add c
ip netns exec c sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec c sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vc type veth peer name eth0 netns c
ip link set vc address 02:00:00:00:01:0c
ip link set vc master br0
ip link set vc up
ip -n c link set eth0 address 02:00:00:00:00:0c
ip -n c link set lo up
ip -n c link set eth0 up
