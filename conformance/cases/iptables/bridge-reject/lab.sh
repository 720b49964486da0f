#!/bin/bash
# A bridge whose host rejects.
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

ip netns add c
ip -n sw link add p3 type veth peer name eth0 netns c
ip -n sw link set p3 address 02:00:00:00:0b:03 master br0 up
ip -n c link set eth0 address 02:00:00:00:00:0c
ip -n c addr add 10.0.0.3/24 dev eth0
ip -n c link set eth0 up

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

ip netns exec sw iptables -A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset
ip netns exec sw iptables -A FORWARD -p udp --dport 80 -j REJECT
ip netns exec sw iptables -A FORWARD -p icmp -m physdev --physdev-is-bridged -j REJECT --reject-with icmp-admin-prohibited
ip netns exec sw iptables -A INPUT -p tcp --dport 80 -j REJECT --reject-with tcp-reset
ip netns exec sw iptables -A INPUT -p udp --dport 80 -j REJECT
ip netns exec sw iptables -A OUTPUT -p icmp
ip netns exec sw iptables -A OUTPUT -p tcp
