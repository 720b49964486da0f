#!/bin/bash
# One host, its loopback, and a wire that nobody uses.
ip netns add a
ip netns add b
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set lo up
ip -n a link set eth0 up
ip -n b link set eth0 up
