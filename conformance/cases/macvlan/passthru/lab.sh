#!/bin/bash
# The macvlan's address is set last: the lower device follows.
ip netns add o
ip netns add a
ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
ip link set out netns o
ip link set eth0 up
ip -n o link set out up
ip link add link eth0 name mv0 netns a type macvlan mode passthru
ip -n a link set mv0 up
ip -n a link set mv0 address 02:00:00:00:00:0a
ip -n a addr add 10.0.0.10/24 dev mv0
ip addr add 10.0.0.1/24 dev eth0
