#!/bin/bash
# The other end of a's eth0 takes frames of 618 bytes at most, and a does not know: it makes packets for it (answers, a
# tunnel's, a raw socket's), forwards others, and cuts some to a route's MTU that is too large as well.
ip netns add a
ip netns add b
ip netns add wire
ip -n wire link add br0 address 02:00:00:00:00:01 type bridge
ip link add p1 netns wire address 02:00:00:00:05:01 mtu 600 type veth peer name eth0 netns a address 02:00:00:00:01:01
ip link add eth1 netns a address 02:00:00:00:01:02 type veth peer name eth0 netns b address 02:00:00:00:02:01
ip netns exec a sysctl -w net.ipv4.ip_forward=1
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a addr add 10.1.0.1/24 dev eth1
ip -n wire link set p1 up
ip -n b link set eth0 up
ip -n a link set eth0 up
ip -n a link set eth1 up
ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:05:01 dev eth0
ip -n a route add 10.3.0.0/24 via 10.0.0.2 mtu 700
ip -n a link add vx1 address 02:00:00:00:04:01 type vxlan id 1 remote 10.0.0.2 dstport 4789 srcport 5000 5001
ip -n a link set vx1 up
ip -n a link add link eth0 name mv0 address 02:00:00:00:01:03 type macvlan mode bridge
ip -n a addr add 10.4.0.1/24 dev mv0
ip -n a link set mv0 up
ip -n a neigh add 10.4.0.2 lladdr 02:00:00:00:05:01 dev mv0
