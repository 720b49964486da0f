#!/bin/bash
# left behind a router that translates only what conntrack knows.
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

ip -n router neigh add 10.1.0.2 lladdr 02:00:0a:01:00:02 dev r0
ip -n router neigh add 10.1.0.3 lladdr 02:00:0a:01:00:02 dev r0
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1

ip netns exec router iptables -t raw -A PREROUTING -i r0 -p udp --dport 53 -j NOTRACK
ip netns exec router iptables -t nat -A PREROUTING -i r0 -d 192.0.2.1 -p tcp --dport 80 -j DNAT --to-destination 10.2.0.2:8080
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -s 10.1.0.0/24 -j MASQUERADE
ip netns exec router iptables -A FORWARD -p udp --dport 54 -j DROP
ip netns exec router iptables -A FORWARD -p udp --dport 55 -j REJECT
ip netns exec router iptables -A FORWARD -m conntrack --ctstate INVALID
ip netns exec router iptables -A FORWARD -m conntrack --ctstate UNTRACKED
ip netns exec router iptables -t mangle -A POSTROUTING -o r1 -p udp --dport 56 -j TEE --gateway 10.1.0.3
