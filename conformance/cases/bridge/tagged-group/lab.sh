#!/bin/bash
# a, b and c on one bridge; the host itself sends by the bridge too.
ip link add br0 type bridge
ip link set br0 address 02:00:00:00:00:01
ip link set br0 up

ip netns add a
ip link add va type veth peer name eth0 netns a
ip link set va address 02:00:00:00:01:0a master br0
ip link set va up
ip -n a link set eth0 address 02:00:00:00:00:0a
ip -n a link set eth0 up

ip netns add b
ip link add vb type veth peer name eth0 netns b
ip link set vb address 02:00:00:00:01:0b master br0
ip link set vb up
ip -n b link set eth0 address 02:00:00:00:00:0b
ip -n b link set eth0 up

ip netns add c
ip link add vc type veth peer name eth0 netns c
ip link set vc address 02:00:00:00:01:0c master br0
ip link set vc up
ip -n c link set eth0 address 02:00:00:00:00:0c
ip -n c link set eth0 up
