#!/bin/bash
# left behind a router whose rules ask for ports at random; right answers.
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
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1

ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 5000 -j SNAT --to-source 10.2.0.1 --random
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 5001 -j SNAT --to-source 10.2.0.1 --random-fully
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 5002 -j MASQUERADE --to-ports 30000-30009 --random
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 5003 -j MASQUERADE --random-fully
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 5004 -j SNAT --to-source 10.2.0.10-10.2.0.20:31000-31999 --random
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 5005 -j MASQUERADE --to-ports 32000-32001
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p tcp --dport 80 -j MASQUERADE --random
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p icmp -j MASQUERADE --to-ports 100-199 --random
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p sctp -j MASQUERADE --random-fully
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 6000 -j DNAT --to-destination 10.2.0.2:33000-33099 --random
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p tcp --dport 6001 -j REDIRECT --to-ports 34000-34099 --random
