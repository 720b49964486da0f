#!/bin/bash
# left before a router that would proxy.
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

ip netns exec router iptables -t mangle -A PREROUTING -i r0 -p tcp --dport 80 -j TPROXY --on-port 3129 --tproxy-mark 0x1/0x1
ip netns exec router iptables -t mangle -A PREROUTING -i r0 -p udp --dport 53 -j TPROXY --on-port 0 --on-ip 127.0.0.1
ip netns exec router iptables -t mangle -A PREROUTING -i r0 -p udp --dport 54 -j MARK --set-mark 9
ip netns exec router iptables -t mangle -A PREROUTING -i r0 -p udp --dport 54 -j TPROXY --on-port 54 --on-ip 10.1.0.1 --tproxy-mark 5
ip netns exec router iptables -t mangle -A PREROUTING -i r0
