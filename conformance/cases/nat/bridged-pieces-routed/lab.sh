#!/bin/bash
# A bridge whose host tracks connections, and routes and translates between it and a network outside.
ip netns add sw
ip -n sw link add br0 address 02:00:00:00:0b:00 type bridge
ip -n sw link set br0 up
ip -n sw addr add 10.0.0.254/24 dev br0
ip netns exec sw sysctl -w net.ipv4.ip_forward=1

ip netns add a
ip -n sw link add p1 type veth peer name eth0 netns a
ip -n sw link set p1 address 02:00:00:00:0b:01 master br0 up
ip -n a link set eth0 address 02:00:00:00:00:0a
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a link set eth0 up

ip netns add b
ip -n sw link add p2 type veth peer name eth0 netns b
ip -n sw link set p2 address 02:00:00:00:0b:02 master br0 up
ip -n b link set eth0 address 02:00:00:00:00:0b
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b link set eth0 up


ip netns add out
ip -n sw link add u0 type veth peer name eth0 netns out
ip -n sw link set u0 address 02:00:00:00:0b:09
ip -n sw addr add 192.0.2.1/24 dev u0
ip -n sw link set u0 up
ip -n out link set eth0 address 02:00:00:00:00:09
ip -n out addr add 192.0.2.9/24 dev eth0
ip -n out link set eth0 up
ip -n out route add default via 192.0.2.1
ip -n sw neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev u0
ip netns exec sw sysctl -w net.bridge.bridge-nf-call-iptables=1

ip netns exec sw iptables -t nat -A POSTROUTING -o u0 -j MASQUERADE
ip netns exec sw iptables -t nat -A PREROUTING -p udp --dport 777 -j DNAT --to-destination 192.0.2.9:7
