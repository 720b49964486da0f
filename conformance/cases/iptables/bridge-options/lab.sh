#!/bin/bash
# Two bridges of one host, one of which shows its frames to the rules; the sysctls change on the way.
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


ip -n sw link add br1 address 02:00:00:00:0b:10 type bridge nf_call_iptables 1
ip -n sw link set br1 up
ip netns add d
ip -n sw link add q1 type veth peer name eth0 netns d
ip -n sw link set q1 address 02:00:00:00:0b:11 master br1 up
ip -n d link set eth0 address 02:00:00:00:00:0d
ip -n d link set eth0 up
ip netns add e
ip -n sw link add q2 type veth peer name eth0 netns e
ip -n sw link set q2 address 02:00:00:00:0b:12 master br1 up
ip -n e link set eth0 address 02:00:00:00:00:0e
ip -n e link set eth0 up

ip netns exec sw iptables -A FORWARD -i br0
ip netns exec sw iptables -A FORWARD -i br1
ip netns exec sw iptables -A FORWARD -p udp --dport 666 -j DROP
ip netns exec sw iptables -A INPUT -m physdev --physdev-is-in
ip netns exec sw iptables -A INPUT
ip netns exec sw iptables -t mangle -A PREROUTING -p udp
