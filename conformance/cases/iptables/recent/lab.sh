#!/bin/bash
# left and right around a router that remembers who came by.
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

ip netns exec router iptables -A FORWARD -p udp --dport 5000 -m recent --set --name a
ip netns exec router iptables -A FORWARD -m recent --rcheck --name a
ip netns exec router iptables -A FORWARD -m recent ! --rcheck --name a
ip netns exec router iptables -A FORWARD -m recent --rcheck --seconds 3 --name a
ip netns exec router iptables -A FORWARD -m recent --rcheck --hitcount 3 --name a
ip netns exec router iptables -A FORWARD -m recent --rcheck --seconds 3 --hitcount 2 --name a
ip netns exec router iptables -A FORWARD -m recent ! --rcheck --seconds 3 --hitcount 2 --name a
ip netns exec router iptables -A FORWARD -p udp --dport 5001 -m recent --update --seconds 3 --name a
ip netns exec router iptables -A FORWARD -p udp --dport 5001 -m recent ! --update --seconds 3 --hitcount 3 --name a
ip netns exec router iptables -A FORWARD -p udp --dport 5002 -m recent --remove --name a
ip netns exec router iptables -A FORWARD -p udp --dport 5002 -m recent ! --remove --name a
ip netns exec router iptables -A FORWARD -p udp --dport 5003 -m recent --set --rdest --name d
ip netns exec router iptables -A FORWARD -m recent --rcheck --rdest --name d
ip netns exec router iptables -A FORWARD -m recent --rcheck --name d
ip netns exec router iptables -A FORWARD -p udp --dport 5004 -m recent --set --name net --mask 255.255.255.0
ip netns exec router iptables -A FORWARD -m recent --rcheck --name net --mask 255.255.255.255
ip netns exec router iptables -A FORWARD -p udp --dport 5005 -m recent --set --name t
ip netns exec router iptables -A FORWARD -m recent --rcheck --rttl --name t
ip netns exec router iptables -A FORWARD -p udp --dport 5006 -m recent --update --rttl --name t
ip netns exec router iptables -A FORWARD -p udp --dport 5007 -m recent --rcheck --seconds 3 --reap --name a
ip netns exec router iptables -A FORWARD -p udp --dport 5008 -m recent ! --set --name n
ip netns exec router iptables -A FORWARD -m recent --update --name n
ip netns exec router iptables -A OUTPUT -m recent --set --rdest --name o
ip netns exec router iptables -A INPUT -m recent --set --name o
ip netns exec router iptables -t mangle -A PREROUTING -m recent --rcheck --rttl --name t
ip netns exec router iptables -t mangle -A POSTROUTING -m recent --rcheck --rttl --name t
ip netns exec router iptables -t mangle -A POSTROUTING -m recent --rcheck --rttl --rdest --name o
ip netns exec router iptables -t mangle -A PREROUTING -m recent --rcheck --rttl --name o
ip netns exec right iptables -t raw -A PREROUTING -j DROP
