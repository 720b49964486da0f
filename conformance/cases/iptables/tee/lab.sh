#!/bin/bash
# left and right around a router that sends copies to a third.
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


ip netns add third
ip -n router link add r2 type veth peer name eth0 netns third
ip -n router link set r2 address 02:00:0a:03:00:01
ip -n router addr add 10.3.0.1/24 dev r2
ip -n router link set r2 up
ip -n third link set eth0 address 02:00:0a:03:00:02
ip -n third addr add 10.3.0.2/24 dev eth0
ip -n third link set eth0 up
ip -n router neigh add 10.3.0.2 lladdr 02:00:0a:03:00:02 dev r2
ip -n router neigh add 10.2.0.9 lladdr 02:00:0a:02:00:09 dev r1

ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5001 -j TEE --gateway 10.3.0.2
ip netns exec router iptables -t mangle -A POSTROUTING -p udp --dport 5002 -j TEE --gateway 10.3.0.2
ip netns exec router iptables -A FORWARD -p udp --dport 5003 -j TEE --gateway 10.3.0.2 --oif r1
ip netns exec router iptables -A FORWARD -p udp --dport 5004 -j TEE --gateway 10.99.0.1
ip netns exec router iptables -A FORWARD -p udp --dport 5005 -j TEE --gateway 10.3.0.2 --oif nothing
ip netns exec router iptables -A INPUT -p udp --dport 5006 -j TEE --gateway 10.3.0.2
ip netns exec router iptables -A INPUT -p udp --dport 5006 -j DROP
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5007 -j TEE --gateway 10.3.0.2
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5007 -j TEE --gateway 10.2.0.9
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5007 -j DROP
ip netns exec router iptables -t raw -A PREROUTING -p udp --dport 5008 -j TEE --gateway 10.1.0.1
ip netns exec router iptables -t mangle -A OUTPUT -p udp -j TEE --gateway 10.2.0.9
ip netns exec router iptables -t mangle -A OUTPUT -p udp --dport 5001 -j TOS --set-tos 0x10
ip netns exec router iptables -A OUTPUT -p udp -m conntrack --ctstate UNTRACKED
ip netns exec router iptables -A OUTPUT -p udp ! -o r2
ip netns exec router iptables -A OUTPUT -p udp --dport 5009 -j REJECT
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5009 -j TEE --gateway 10.3.0.2
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp -j SNAT --to-source 10.2.0.1
ip netns exec router iptables -t mangle -N from
ip netns exec router iptables -t mangle -A POSTROUTING -j from
ip netns exec router iptables -t mangle -A from -i r0
ip netns exec router iptables -t mangle -A from -i r2
