#!/bin/bash
# left -- router -- right; what comes with a TTL of 33 has a zone that counts for its answers only.
ip netns add router
ip netns add left
ip netns add right
ip netns exec router sysctl -w net.ipv4.ip_forward=1
ip netns exec router sysctl -w net.ipv4.icmp_ratemask=0

ip -n router link add r0 type veth peer name eth0 netns left
ip -n router link set r0 address 02:00:0a:01:00:01
ip -n router addr add 10.1.0.1/24 dev r0
ip -n router link set r0 up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up

ip -n router link add r1 type veth peer name eth0 netns right
ip -n router link set r1 address 02:00:0a:02:00:01
ip -n router addr add 10.2.0.1/24 dev r1
ip -n router link set r1 up
ip -n right link set eth0 address 02:00:0a:02:00:02
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n right link set eth0 up

ip -n router neigh add 10.1.0.2 lladdr 02:00:0a:01:00:02 dev r0 nud permanent
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1 nud permanent

ip netns exec router iptables -t raw -A PREROUTING -i r1 -m ttl --ttl-eq 33 -j CT --zone-reply 7
ip netns exec router iptables -t raw -A PREROUTING -i r0 -m ttl --ttl-eq 33 -j CT --zone-reply 8
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p tcp --dport 81 -j SNAT --to-source 10.2.0.50:5000
ip netns exec router iptables -A FORWARD -m conntrack --ctstate NEW
ip netns exec router iptables -A FORWARD -m conntrack --ctstate ESTABLISHED
ip netns exec router iptables -A FORWARD -m conntrack --ctstate RELATED
ip netns exec router iptables -A FORWARD -m conntrack --ctstate INVALID
