#!/bin/bash
# left and right around a router.
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
ip netns exec router iptables -A FORWARD -m limit --limit 1/day --limit-burst 1
ip netns exec router iptables -A FORWARD -m limit --limit 1/day --limit-burst 10000
ip netns exec router iptables -A FORWARD -m limit --limit 1/hour --limit-burst 0
ip netns exec router iptables -A FORWARD -m limit --limit 10000/sec --limit-burst 1
ip netns exec router iptables -A FORWARD -m limit --limit 7/day --limit-burst 2
ip netns exec router iptables -A FORWARD -m limit --limit 3333/sec
ip netns exec router iptables -A FORWARD -m limit --limit 1/sec --limit-burst 1
ip netns exec router iptables -A FORWARD -m limit --limit 20/min --limit-burst 2
ip netns exec router iptables -A FORWARD -m limit --limit-burst 3
ip netns exec router iptables -A FORWARD -m statistic --mode random --probability 0
ip netns exec router iptables -A FORWARD -m statistic --mode random --probability 1
ip netns exec router iptables -A FORWARD -m statistic --mode random ! --probability 1
ip netns exec router iptables -A FORWARD -m statistic --mode random ! --probability 0
ip netns exec router iptables -A FORWARD -m statistic --mode nth --every 1 --packet 0
ip netns exec router iptables -A FORWARD -m statistic --mode nth ! --every 1 --packet 0
ip netns exec router iptables -A FORWARD -m statistic --mode nth --every 4294967295 --packet 0
ip netns exec router iptables -A FORWARD -m statistic --mode nth --every 4294967295 --packet 4294967294
ip netns exec router iptables -A FORWARD -m statistic --mode nth --every 4294967295 --packet 3
ip netns exec router iptables -A FORWARD -m statistic --mode nth --every 3 --packet 2
ip netns exec router iptables -A FORWARD -m statistic --mode nth ! --every 3 --packet 0
