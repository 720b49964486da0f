#!/bin/bash
ip netns add a
ip link add va address 02:00:00:00:01:0a type veth peer name eth0 netns a address 02:00:00:00:00:0a
ip link set va up
ip -n a link set lo up
ip -n a link set eth0 up
ip -n a addr add 10.0.0.10/24 dev eth0
