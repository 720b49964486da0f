#!/bin/bash
# left and right around a router whose limits come and go.
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

ip netns exec right iptables -t raw -A PREROUTING -j DROP
ip netns exec router iptables -A FORWARD -p udp --dport 5000 -m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 2 --hashlimit-mode srcip --hashlimit-name kept
ip netns exec router iptables -A FORWARD -p udp --dport 5001 -m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 2 --hashlimit-mode srcip --hashlimit-name gone
ip netns exec router iptables -A FORWARD -p udp --dport 5002 -m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 2 --hashlimit-mode srcip --hashlimit-name shared
ip netns exec router iptables -A FORWARD -p udp --dport 5002 -m hashlimit --hashlimit-upto 100/sec --hashlimit-burst 9 --hashlimit-name shared
ip netns exec router iptables -A FORWARD -p udp --dport 5003 -m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 1 --hashlimit-mode srcip --hashlimit-htable-size 1 --hashlimit-htable-max 2 --hashlimit-name full
ip netns exec router iptables -A FORWARD -p udp --dport 5004 -m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 1 --hashlimit-mode srcip --hashlimit-htable-expire 1500 --hashlimit-htable-gcinterval 300 --hashlimit-name idle
