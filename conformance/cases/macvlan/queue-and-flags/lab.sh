#!/bin/bash
ip netns add o
ip netns add a
ip netns add b
ip netns add p
ip netns add q
ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
ip link set out netns o
ip link set eth0 up
ip -n o link set out up
ip link add link eth0 name mv0 address 02:00:00:00:00:0a netns a type macvlan mode bridge bcqueuelen 0
ip link add link eth0 name mv0 address 02:00:00:00:00:0b netns b type macvlan mode vepa bcqueuelen 0
ip -n a link set mv0 up
ip -n b link set mv0 up
ip link add br0 address 02:00:00:00:00:03 type bridge
ip link set br0 up
ip link add vp address 02:00:00:00:01:04 type veth peer name out netns p address 02:00:00:00:00:04
ip link set vp master br0 up
ip -n p link set out up
ip link add link br0 name mv0 netns q type macvlan mode passthru flag nopromisc
ip -n q link set mv0 up
