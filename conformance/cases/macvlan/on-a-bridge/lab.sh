#!/bin/bash
ip link add br0 address 02:00:00:00:00:01 type bridge
ip link set br0 up
ip netns add o
ip netns add p
ip netns add a
ip netns add b
ip link add vo address 02:00:00:00:01:02 type veth peer name out netns o address 02:00:00:00:00:02
ip link set vo master br0 up
ip -n o link set out up
ip link add vp address 02:00:00:00:01:03 type veth peer name out netns p address 02:00:00:00:00:03
ip link set vp master br0 up
ip -n p link set out up
ip link add link br0 name mv0 address 02:00:00:00:00:0a netns a type macvlan mode bridge
ip link add link br0 name mv0 address 02:00:00:00:00:0b netns b type macvlan mode bridge
ip -n a link set mv0 up
ip -n b link set mv0 up
