#!/bin/bash
# left and two uplinks, one and two, around a router that marks.
ip netns add router
ip netns add left
ip netns add one
ip netns add two
ip netns exec router sysctl -w net.ipv4.ip_forward=1

ip -n router link add r0 type veth peer name eth0 netns left
ip -n router link set r0 address 02:00:0a:01:00:01
ip -n router addr add 10.1.0.1/24 dev r0
ip -n router link set r0 up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up
ip -n left route add default via 10.1.0.1

ip -n router link add r1 type veth peer name eth0 netns one
ip -n router link set r1 address 02:00:0a:02:00:01
ip -n router addr add 10.2.0.1/24 dev r1
ip -n router link set r1 up
ip -n one link set eth0 address 02:00:0a:02:00:02
ip -n one addr add 10.2.0.2/24 dev eth0
ip -n one link set eth0 up
ip -n one route add default via 10.2.0.1

ip -n router link add r2 type veth peer name eth0 netns two
ip -n router link set r2 address 02:00:0a:03:00:01
ip -n router addr add 10.3.0.1/24 dev r2
ip -n router link set r2 up
ip -n two link set eth0 address 02:00:0a:03:00:02
ip -n two addr add 10.3.0.2/24 dev eth0
ip -n two link set eth0 up
ip -n two route add default via 10.3.0.1

ip -n router route add default via 10.2.0.2
ip -n router route add default via 10.3.0.2 table 100
ip -n router route add unreachable default table 102
ip -n router rule add fwmark 0x1 lookup 100
ip -n router rule add fwmark 0x20/0xf0 lookup 102

ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5001 -j MARK --set-mark 1
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5002 -j MARK --set-mark 0x2f
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5003 -j MARK --or-mark 3
ip netns exec router iptables -t mangle -A PREROUTING -m mark --mark 3/3 -j MARK --and-mark 0xfffffffd
ip netns exec router iptables -t mangle -A PREROUTING -m mark --mark 1 -j MARK --xor-mark 0x101
ip netns exec router iptables -t mangle -A PREROUTING -m mark ! --mark 0x100/0xffffff00 -j RETURN
ip netns exec router iptables -t mangle -A PREROUTING -j MARK --set-xmark 0x101/0
ip netns exec router iptables -t mangle -A OUTPUT -d 10.9.0.1 -j MARK --set-mark 1
ip netns exec router iptables -t mangle -A OUTPUT -d 10.9.0.2 -j MARK --set-mark 0x20
ip netns exec router iptables -t mangle -A FORWARD -m mark --mark 1
ip netns exec router iptables -t mangle -A POSTROUTING -o r2
ip netns exec router iptables -t mangle -A INPUT -p icmp
ip netns exec router iptables -A OUTPUT -o r1
ip netns exec router iptables -A OUTPUT -o r2
ip netns exec router iptables -A FORWARD -m mark --mark 1 -o r2 -j ACCEPT
ip netns exec router iptables -A FORWARD -m mark --mark 0
ip netns exec router iptables -t security -A FORWARD -o r2
