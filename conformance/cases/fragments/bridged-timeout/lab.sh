#!/bin/bash
# a and b on a bridge whose host tracks connections, so that it gathers what is bridged.
ip netns add sw
ip -n sw link add br0 address 02:00:00:00:0b:00 type bridge
ip -n sw link set br0 up
ip -n sw addr add 10.0.0.254/24 dev br0
ip netns add a
ip netns add b
ip -n sw link add p1 address 02:00:00:00:0b:01 type veth peer name eth0 address 02:00:00:00:00:0a netns a
ip -n sw link add p2 address 02:00:00:00:0b:02 type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip -n sw link set p1 master br0 up
ip -n sw link set p2 master br0 up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n sw neigh add 10.0.0.1 lladdr 02:00:00:00:00:0a dev br0
ip netns exec sw sysctl -w net.bridge.bridge-nf-call-iptables=1
ip netns exec sw sysctl -w net.ipv4.ipfrag_time=1
ip netns exec sw sysctl -w net.ipv4.icmp_ratemask=0
ip netns exec sw iptables -A FORWARD -m conntrack --ctstate NEW
