#!/bin/bash
ip netns add me
ip netns add near
ip -n me link add br9 type bridge
ip -n me link set br9 address 02:00:0a:00:00:99
ip -n me link add n0 type veth peer name eth0 netns near
ip -n me link set n0 address 02:00:0a:01:00:01
ip -n me addr add 10.1.0.1/24 dev n0
ip -n me addr add 10.5.0.1/24 dev n0
ip -n me link set n0 up
ip -n near link set eth0 address 02:00:0a:01:00:02
ip -n near addr add 10.1.0.2/24 dev eth0
ip -n near link set eth0 up
ip -n me rule add not from 10.1.0.0/24 blackhole
ip netns exec me sysctl -w net.ipv4.conf.n0.arp_filter=1
ip netns exec me sysctl -w net.ipv4.conf.n0.rp_filter=0
