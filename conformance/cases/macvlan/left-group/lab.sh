#!/bin/bash
ip netns add o
ip netns add a
ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
ip link set out netns o
ip link set eth0 up
ip -n o link set out up
ip link add link eth0 name mv0 address 02:00:00:00:00:0a netns a type macvlan mode vepa
ip -n a link set mv0 up
ip -n a maddr add 01:00:5e:00:00:fb dev mv0
ip -n a maddr add 01:00:5e:00:00:fc dev mv0
