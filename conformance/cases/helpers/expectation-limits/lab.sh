#!/bin/bash
# left -- router -- right; the machine tracks 40 connections a namespace, and expects two. 34 are there.
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

ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 1 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 2 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 3 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 4 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 5 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 6 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 7 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 8 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 9 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 10 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 11 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 12 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 13 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 14 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 15 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 16 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 17 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 18 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 19 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 20 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 21 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 22 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 23 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 24 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 25 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 26 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 27 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 28 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 29 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 30 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 31 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 32 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 33 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router conntrack -I -p udp -s 10.9.0.1 -d 10.9.0.2 --sport 34 --dport 9 -t 3000 -u ASSURED,SEEN_REPLY
ip netns exec router iptables -t raw -A PREROUTING -p tcp --dport 21 -j CT --helper ftp
ip netns exec router iptables -A FORWARD -m conntrack --ctstatus EXPECTED
ip netns exec router iptables -A FORWARD -m conntrack --ctstate RELATED -j ACCEPT
ip netns exec router iptables -A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT
ip netns exec router iptables -A FORWARD -i r0 -j ACCEPT
ip netns exec router iptables -P FORWARD DROP
