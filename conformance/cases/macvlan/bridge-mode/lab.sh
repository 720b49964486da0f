#!/bin/bash
# a and b bridge, c relies on a switch outside that is not there.
ip netns add o
ip netns add a
ip netns add b
ip netns add c
ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
ip link set out netns o
ip link set eth0 up
ip -n o link set out up
ip link add link eth0 name mv0 address 02:00:00:00:00:0a netns a type macvlan mode bridge
ip link add link eth0 name mv0 address 02:00:00:00:00:0b netns b type macvlan mode bridge
ip link add link eth0 name mv0 address 02:00:00:00:00:0c netns c type macvlan mode vepa
ip -n a link set mv0 up
ip -n b link set mv0 up
ip -n c link set mv0 up
ip addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.11/24 dev mv0
