#!/bin/bash
# a and b on a bridge whose host sees bridged packets and tracks connections; the way to b is narrow. A second bridge only sees them.
ip netns add sw
ip netns add sx
ip netns add a
ip netns add b
ip netns add c
ip -n sw link add br0 address 02:00:00:00:0b:00 type bridge
ip -n sx link add br0 address 02:00:00:00:0c:00 type bridge
ip -n sw link add p1 address 02:00:00:00:0b:01 type veth peer name eth0 address 02:00:00:00:00:0a netns a
ip -n sw link add p2 address 02:00:00:00:0b:02 type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip -n sx link add p1 address 02:00:00:00:0c:01 type veth peer name eth1 address 02:00:00:00:01:0a netns a
ip -n sx link add p2 address 02:00:00:00:0c:02 type veth peer name eth0 address 02:00:00:00:00:0c netns c
ip -n sw link set p1 master br0 up
ip -n sw link set p2 master br0 up
ip -n sx link set p1 master br0 up
ip -n sx link set p2 master br0 up
ip -n sw link set br0 up
ip -n sx link set br0 up
ip -n sw link set p2 mtu 100
ip -n sx link set p2 mtu 100
ip -n a link set eth0 up
ip -n a link set eth1 up
ip -n b link set eth0 up
ip -n c link set eth0 up
ip netns exec sw sysctl -w net.bridge.bridge-nf-call-iptables=1
ip netns exec sx sysctl -w net.bridge.bridge-nf-call-iptables=1
ip netns exec sw iptables -A FORWARD -m conntrack --ctstate NEW
ip netns exec sx iptables -A FORWARD -p udp
