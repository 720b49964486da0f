#!/bin/bash
# An odd device in front keeps the ends' numbers apart.
ip link add br0 address 02:00:00:00:00:01 type bridge
ip netns add a
ip netns add b
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n a addr add 10.0.0.10/24 dev eth0
ip -n b addr add 10.0.0.11/24 dev eth0
