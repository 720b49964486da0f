#!/bin/bash
ip netns add me
ip netns add near
ip -n me link add br9 type bridge
ip -n me link set br9 address 02:00:0a:00:00:99
ip -n me link add n0 type veth peer name eth0 netns near
ip -n me link set n0 address 02:00:0a:01:00:01
ip -n me addr add 10.1.0.1/24 dev n0
ip -n me link set n0 up
ip -n near link set eth0 address 02:00:0a:01:00:02
ip -n near addr add 10.1.0.2/24 dev eth0
ip -n near link set eth0 up
ip netns add far
ip -n me link add f0 type veth peer name eth0 netns far
ip -n me link set f0 address 02:00:0a:02:00:01
ip -n me addr add 10.2.0.1/24 dev f0
ip -n me link set f0 up
ip -n far link set eth0 address 02:00:0a:02:00:02
ip -n far addr add 10.2.0.2/24 dev eth0
ip -n far link set eth0 up
ip netns exec me sysctl -w net.ipv4.ip_forward=1
ip -n me neigh add 10.2.0.77 lladdr 02:00:0a:02:00:77 dev f0
ip -n me neigh add proxy 10.2.0.78 dev f0
