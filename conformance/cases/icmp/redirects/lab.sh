#!/bin/bash
# Hosts a and b, and router r, on one bridge; r knows 10.9.0.0/16 behind b and 10.8.0.0/16 behind a host of another subnet.
ip netns add sw
ip netns add a
ip netns add b
ip netns add r
ip -n sw link add br0 address 02:00:00:00:00:99 type bridge
ip -n sw link set br0 up

ip -n sw link add pa type veth peer name eth0 netns a
ip -n sw link set pa address 02:00:00:00:01:01
ip -n sw link set pa master br0
ip -n sw link set pa up
ip -n a link set eth0 address 02:00:00:00:00:01
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a link set eth0 up

ip -n sw link add pb type veth peer name eth0 netns b
ip -n sw link set pb address 02:00:00:00:01:02
ip -n sw link set pb master br0
ip -n sw link set pb up
ip -n b link set eth0 address 02:00:00:00:00:02
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b addr add 10.5.0.2/24 dev eth0
ip -n b link set eth0 up

ip -n sw link add pr type veth peer name eth0 netns r
ip -n sw link set pr address 02:00:00:00:01:03
ip -n sw link set pr master br0
ip -n sw link set pr up
ip -n r link set eth0 address 02:00:00:00:00:03
ip -n r addr add 10.0.0.3/24 dev eth0
ip -n r addr add 10.5.0.3/24 dev eth0
ip -n r link set eth0 up
ip netns exec r sysctl -w net.ipv4.ip_forward=1
ip -n r neigh add 10.0.0.1 lladdr 02:00:00:00:00:01 dev eth0 nud permanent
ip -n r neigh add 10.0.0.4 lladdr 02:00:00:00:00:01 dev eth0 nud permanent
ip -n r neigh add 10.0.0.5 lladdr 02:00:00:00:00:01 dev eth0 nud permanent
ip -n r neigh add 10.0.0.2 lladdr 02:00:00:00:00:02 dev eth0 nud permanent
ip -n r neigh add 10.5.0.2 lladdr 02:00:00:00:00:02 dev eth0 nud permanent
ip -n r route add 10.9.0.0/16 via 10.0.0.2
ip -n r route add 10.8.0.0/16 via 10.5.0.2
