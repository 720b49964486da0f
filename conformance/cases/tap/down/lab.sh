#!/bin/bash
ip netns add a
ip tuntap add dev tap0 mode tap
ip link set tap0 address 02:00:00:00:00:02
ip tuntap add dev tap1 mode tap
ip link set tap1 address 02:00:00:00:00:03
ip link set tap1 up
ip link add link tap1 name mv0 address 02:00:00:00:00:0a netns a type macvlan mode bridge
ip -n a link set mv0 up
