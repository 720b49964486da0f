#!/bin/bash
# A host whose programs' packets are copied to a third, which sends each copy back.
ip netns add sender
ip netns add right
ip netns add third

ip -n sender link add r1 type veth peer name eth0 netns right
ip -n sender link set r1 address 02:00:0a:02:00:01
ip -n sender addr add 10.2.0.1/24 dev r1
ip -n sender link set r1 up
ip -n right link set eth0 address 02:00:0a:02:00:02
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n right link set eth0 up
ip -n right route add default via 10.2.0.1

ip -n sender link add r2 type veth peer name eth0 netns third
ip -n sender link set r2 address 02:00:0a:03:00:01
ip -n sender addr add 10.3.0.1/24 dev r2
ip -n sender link set r2 up
ip -n third link set eth0 address 02:00:0a:03:00:02
ip -n third addr add 10.3.0.2/24 dev eth0
ip -n third link set eth0 up
ip -n third route add default via 10.3.0.1
ip netns exec third sysctl -w net.ipv4.ip_forward=1
ip netns exec sender sysctl -w net.ipv4.ip_forward=1
ip netns exec sender sysctl -w net.ipv4.conf.r2.accept_local=1
ip -n sender neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1
ip -n sender neigh add 10.3.0.2 lladdr 02:00:0a:03:00:02 dev r2
ip -n third neigh add 10.3.0.1 lladdr 02:00:0a:03:00:01 dev eth0

ip netns exec sender iptables -t mangle -A OUTPUT -p udp --dport 5001 -j TEE --gateway 10.3.0.2
ip netns exec sender iptables -A OUTPUT -p udp --dport 5002 -j TEE --gateway 10.3.0.2
ip netns exec sender iptables -t mangle -A POSTROUTING -p udp --dport 5003 -m ttl --ttl-eq 64 -j TEE --gateway 10.3.0.2
ip netns exec sender iptables -t mangle -A PREROUTING -i r2 -p udp --dport 5004 -j TEE --gateway 10.2.0.9
ip netns exec sender iptables -t mangle -A OUTPUT -p udp --dport 5004 -j TEE --gateway 10.3.0.2
ip netns exec sender iptables -t mangle -A OUTPUT -p udp --dport 5004 -j TEE --gateway 10.2.0.2
ip netns exec sender iptables -A OUTPUT -p udp --dport 5005 -j TEE --gateway 10.3.0.2
ip netns exec sender iptables -A OUTPUT -p udp --dport 5005 -j DROP
ip netns exec sender iptables -t mangle -A FORWARD -p udp --dport 5006 -j TEE --gateway 10.3.0.2
ip netns exec sender iptables -A INPUT -p icmp -m statistic --mode nth --every 2 --packet 0
ip netns exec sender iptables -A OUTPUT -m conntrack --ctstate NEW
