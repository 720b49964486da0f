#!/bin/bash
# left and right around a router that marks connections.
ip netns add router
ip netns add left
ip netns add right
ip netns exec router sysctl -w net.ipv4.ip_forward=1

ip -n router link add r0 type veth peer name eth0 netns left
ip -n router link set r0 address 02:00:0a:01:00:01
ip -n router addr add 10.1.0.1/24 dev r0
ip -n router link set r0 up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up
ip -n left route add default via 10.1.0.1

ip -n router link add r1 type veth peer name eth0 netns right
ip -n router link set r1 address 02:00:0a:02:00:01
ip -n router addr add 10.2.0.1/24 dev r1
ip -n router link set r1 up
ip -n right link set eth0 address 02:00:0a:02:00:02
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n right link set eth0 up
ip -n right route add default via 10.2.0.1
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1
ip -n router neigh add 10.1.0.2 lladdr 02:00:0a:01:00:02 dev r0


ip netns exec router iptables -t mangle -A PREROUTING -j CONNMARK --restore-mark
ip netns exec router iptables -t mangle -A PREROUTING -m mark ! --mark 0 -j ACCEPT
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5001 -j MARK --set-mark 0x15
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5002 -j MARK --set-mark 0x1f2
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5003 -j CONNMARK --set-mark 0x7/0xf
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5004 -j CONNMARK --set-xmark 0xff/0xf0
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5005 -j MARK --set-mark 0xf0
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5005 -j CONNMARK --save-mark --right-shift-mark 4
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5006 -j CONNMARK --set-mark 0x3 --left-shift-mark 8
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 5001 -j CONNMARK --save-mark
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 5002 -j CONNMARK --save-mark --nfmask 0xff --ctmask 0xff00
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 5004 -j CONNMARK --restore-mark --nfmask 0xf --ctmask 0xff
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 5004 -j CONNMARK --xor-mark 0xff
ip netns exec router iptables -t mangle -A FORWARD -p udp --dport 5006 -j CONNMARK --and-mark 0x100
ip netns exec router iptables -t mangle -A FORWARD -m mark --mark 0x15
ip netns exec router iptables -t mangle -A FORWARD -m connmark --mark 0x15
ip netns exec router iptables -t mangle -A FORWARD -m connmark --mark 0xf2/0xff
ip netns exec router iptables -t mangle -A FORWARD -m connmark ! --mark 0
ip netns exec router iptables -t mangle -A FORWARD -m mark --mark 0x5/0xf
ip netns exec router iptables -t raw -A PREROUTING -p udp --dport 5007 -j CONNMARK --set-mark 1
