#!/bin/bash
# a and b list AA; c lists CC, keeps it, and lists AB; d is in bridge mode.
ip netns add o
ip netns add a
ip netns add b
ip netns add c
ip netns add d
ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
ip link set out netns o
ip link set eth0 up
ip -n o link set out up
ip link add link eth0 name mv0 address 02:00:00:00:00:0a netns a type macvlan mode source macaddr add 02:00:00:00:00:aa
ip link add link eth0 name mv0 address 02:00:00:00:00:0b netns b type macvlan mode source macaddr set 02:00:00:00:00:aa 02:00:00:00:00:ab
ip link add link eth0 name mv0 address 02:00:00:00:00:0c netns c type macvlan mode source flag nodst macaddr set 02:00:00:00:00:cc 02:00:00:00:00:ab
ip link add link eth0 name mv0 address 02:00:00:00:00:0d netns d type macvlan mode bridge
ip -n a link set mv0 up
ip -n b link set mv0 up
ip -n c link set mv0 up
ip -n d link set mv0 up
ip addr add 10.0.0.1/24 dev eth0
