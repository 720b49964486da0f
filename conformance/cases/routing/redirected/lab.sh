#!/bin/bash
# Host h and gateways g and k on one bridge; h's default route is by g.
ip netns add sw
ip netns add h
ip netns add g
ip netns add k
ip -n sw link add br0 address 02:00:00:00:00:99 type bridge
ip -n sw link set br0 up

ip -n sw link add ph type veth peer name eth0 netns h
ip -n sw link set ph address 02:00:00:00:01:01
ip -n sw link set ph master br0
ip -n sw link set ph up
ip -n h link set eth0 address 02:00:00:00:00:01
ip -n h addr add 10.0.0.1/24 dev eth0
ip -n h link set eth0 up

ip -n sw link add pg type veth peer name eth0 netns g
ip -n sw link set pg address 02:00:00:00:01:02
ip -n sw link set pg master br0
ip -n sw link set pg up
ip -n g link set eth0 address 02:00:00:00:00:02
ip -n g addr add 10.0.0.2/24 dev eth0
ip -n g addr add 10.0.0.4/24 dev eth0
ip -n g link set eth0 up

ip -n sw link add pk type veth peer name eth0 netns k
ip -n sw link set pk address 02:00:00:00:01:03
ip -n sw link set pk master br0
ip -n sw link set pk up
ip -n k link set eth0 address 02:00:00:00:00:03
ip -n k addr add 10.0.0.3/24 dev eth0
ip -n k addr add 10.7.0.3/24 dev eth0
ip -n k link set eth0 up

ip -n h neigh add 10.0.0.2 lladdr 02:00:00:00:00:02 dev eth0 nud permanent
ip -n h neigh add 10.0.0.4 lladdr 02:00:00:00:00:02 dev eth0 nud permanent
ip -n h neigh add 10.7.0.3 lladdr 02:00:00:00:00:03 dev eth0 nud permanent
ip -n h route add default via 10.0.0.2
ip -n h route add 10.6.0.0/16 via 10.0.0.4
