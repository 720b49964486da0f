#!/bin/bash
ip netns add o
ip netns add h
ip netns add a
ip -n h link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02 netns o
ip -n o addr add 10.1.0.2/24 dev out
ip -n o link set out up
ip -n h link set eth0 up
ip -n h link add link eth0 name mv0 address 02:00:00:00:00:0a netns a type macvlan mode bridge
ip -n a addr add 10.1.0.10/24 dev mv0
ip -n a link set mv0 up
ip -n a neigh add 10.1.0.9 lladdr 02:00:00:00:00:09 dev mv0 nud permanent
