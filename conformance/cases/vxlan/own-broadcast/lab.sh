#!/bin/bash
# here and there, wired, with a tunnel between them.
ip netns add here
ip netns add there
ip -n here link add eth0 address 02:00:0a:01:00:02 type veth peer name eth0 address 02:00:0a:01:00:03 netns there
ip -n here addr add 10.1.0.2/24 dev eth0
ip -n here link set eth0 up
ip -n there addr add 10.1.0.3/24 dev eth0
ip -n there link set eth0 up
ip -n here neigh add 10.1.0.3 lladdr 02:00:0a:01:00:03 dev eth0
ip -n here link add vx0 address 02:00:0a:03:00:02 type vxlan id 42 dstport 4789 remote 10.1.0.3 srcport 5000 5001
ip -n here addr add 10.3.0.2/24 dev vx0
ip -n here link set vx0 up
ip -n there link add vx0 address 02:00:0a:03:00:03 type vxlan id 42 dstport 4789 remote 10.1.0.2 srcport 5000 5001
ip -n there link set vx0 up
