#!/bin/bash
# The lower device's address changes a second after the first frame.
ip netns add o
ip netns add a
ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
ip link set out netns o
ip link set eth0 up
ip -n o link set out up
ip link add link eth0 name mv0 netns a type macvlan mode passthru
ip -n a link set mv0 up
ip -n a addr add 10.0.0.10/24 dev mv0
ip -n a neigh replace 10.0.0.2 lladdr 02:00:00:00:00:02 dev mv0 nud permanent
ip -n a neigh replace 10.0.0.3 lladdr 02:00:00:00:00:02 dev mv0 nud permanent
