#!/bin/bash
ip netns add a
ip netns add b
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip addr add 10.9.0.1/24 dev v0
ip link set v0 netns a name first
ip link set v1 netns b name second
ip -n a link set first up
ip -n b link set second up
sleep 1.5
ip -n b link del second
ip link add gone0 address 02:00:00:00:00:03 type veth peer name gone1 netns b address 02:00:00:00:00:04
ip link del gone0
ip link add v0 address 02:00:00:00:00:0a type veth peer name v1 address 02:00:00:00:00:0b
ip addr add 10.0.0.1/24 dev v0
ip link set v0 up
ip link set v1 mtu 1400 alias "the other end"
ip link set v0 netns a
ip link set v1 netns b
ip -n b link set v1 netns a name v1b
ip -n a link set v1b netns b name v1
ip -n a link set v0 name eth0 txqueuelen 77 up
ip -n b link set v1 name eth0 up
ip link add lonely address 02:00:00:00:00:05 type veth peer name friend address 02:00:00:00:00:06
sleep 1.5
ip link set friend netns b
ip link set lonely up
