#!/bin/bash
# left -- router -- right; connections made by hand, whose replies come from elsewhere than they go to.
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

ip -n router neigh add 10.1.0.3 lladdr 02:00:0a:01:00:02 dev r0 nud permanent
ip netns exec router iptables -t nat -A PREROUTING -i r1 -p udp --dport 78 -j DNAT --to-destination 10.1.0.3:1
ip netns exec router conntrack -I -p udp -s 10.1.0.3 -d 10.2.0.2 --sport 1 --dport 2 -r 10.2.0.9 -q 10.2.0.8 --reply-port-src 7 --reply-port-dst 8 -t 100
ip netns exec router conntrack -I -p udp -s 10.1.0.3 -d 10.2.0.2 --sport 1 --dport 3 -r 10.2.0.9 -q 10.2.0.8 --reply-port-src 7 --reply-port-dst 9 -t 100 -u SEEN_REPLY,ASSURED
ip netns exec router conntrack -I -p udp -s 10.1.0.3 -d 10.2.0.2 --sport 1 --dport 4 -n 10.2.0.8 -t 100 -u SEEN_REPLY,ASSURED
ip netns exec router conntrack -I -p tcp -s 10.1.0.3 -d 10.2.0.2 --sport 1 --dport 2 -r 10.2.0.9 -q 10.2.0.8 --reply-port-src 7 --reply-port-dst 8 -t 100 --state ESTABLISHED
ip netns exec router iptables -A FORWARD -m conntrack --ctstate NEW
ip netns exec router iptables -A FORWARD -m conntrack --ctstate ESTABLISHED
