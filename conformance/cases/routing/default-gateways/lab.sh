#!/bin/bash
# Host h, and gateways 2 and 3 that are there; 1 is not. Default routes by 1, 2, 3 with one metric, by 3 with another.
ip netns add sw
ip netns add h
ip netns add g
ip netns add k
ip -n sw link add br0 address 02:00:00:00:00:99 type bridge
ip -n sw link set br0 up
ip -n sw link add ph address 02:00:00:00:01:01 type veth peer name eth0 netns h address 02:00:00:00:00:09
ip -n sw link set ph master br0
ip -n sw link set ph up
ip -n h addr add 10.0.0.9/24 dev eth0
ip -n h link set eth0 up
ip -n sw link add pg address 02:00:00:00:01:02 type veth peer name eth0 netns g address 02:00:00:00:00:02
ip -n sw link set pg master br0
ip -n sw link set pg up
ip -n g addr add 10.0.0.2/24 dev eth0
ip -n g link set eth0 up
ip -n sw link add pk address 02:00:00:00:01:03 type veth peer name eth0 netns k address 02:00:00:00:00:03
ip -n sw link set pk master br0
ip -n sw link set pk up
ip -n k addr add 10.0.0.3/24 dev eth0
ip -n k link set eth0 up
ip -n h route add default via 10.0.0.1
ip -n h route append default via 10.0.0.2
ip -n h route append default via 10.0.0.3
ip -n h route add default via 10.0.0.3 metric 9
