#!/bin/bash
ip netns add o
ip netns add a
ip netns add c
ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
ip link set out netns o
ip link set eth0 up
ip -n o link set out up
ip link add link eth0 name mv0 address 02:00:00:00:00:0a netns a type macvlan mode bridge
ip -n a link set mv0 up
ip link add link eth0 name mvp address 02:00:00:00:00:0d type macvlan mode bridge
ip link add br0 address 02:00:00:00:00:0e type bridge
ip link set mvp master br0
ip link set br0 up
ip link set mvp up
ip link add vc address 02:00:00:00:01:0c type veth peer name eth0 netns c address 02:00:00:00:00:0c
ip link set vc master br0 up
ip -n c link set eth0 up
