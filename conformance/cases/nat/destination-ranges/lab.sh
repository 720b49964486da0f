#!/bin/bash
# left before a router that publishes what is behind it.
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
ip -n router neigh add 10.1.0.4 lladdr 02:00:0a:01:00:02 dev r0
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1
ip -n router neigh add 10.2.0.3 lladdr 02:00:0a:02:00:02 dev r1
ip -n router neigh add 10.2.0.4 lladdr 02:00:0a:02:00:02 dev r1
ip -n router neigh add 10.2.0.5 lladdr 02:00:0a:02:00:02 dev r1
ip -n router neigh add 10.2.0.6 lladdr 02:00:0a:02:00:02 dev r1
ip -n router neigh add 10.2.0.7 lladdr 02:00:0a:02:00:02 dev r1
ip -n router neigh add 10.2.0.8 lladdr 02:00:0a:02:00:02 dev r1
ip -n router neigh add 10.2.0.9 lladdr 02:00:0a:02:00:02 dev r1

ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 6000 -j DNAT --to-destination 10.2.0.2-10.2.0.9
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 6001 -j DNAT --to-destination 10.2.0.2-10.2.0.9 --persistent
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 6002 -j DNAT --to-destination 10.2.0.2:7000-7002
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 6100:6199 -j DNAT --to-destination 10.2.0.2:7100-7199/6100
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p tcp --dport 6003 -j DNAT --to-destination :7003
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p tcp --dport 6004 -j DNAT --to-destination 10.2.0.2:7003
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 6005 -j DNAT --to-destination 10.2.0.2:7000-7002
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p udp --dport 6006 -j DNAT --to-destination 10.2.0.2:6000-6010
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p icmp -d 10.2.0.77 -j DNAT --to-destination 10.2.0.2:500-510
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p icmp -d 10.2.0.78 -j REDIRECT --to-ports 77
