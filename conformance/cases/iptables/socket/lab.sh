#!/bin/bash
# left and right around a router in which a tunnel has the only socket.
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


ip -n router link add vx0 type vxlan id 7 dstport 4789 remote 10.2.0.2 srcport 5000 5001
ip -n router link set vx0 address 02:00:0a:03:00:01
ip -n router addr add 10.3.0.1/24 dev vx0
ip -n router link set vx0 up
ip -n router link add vx1 type vxlan id 8 dstport 4790 remote 10.2.0.2 srcport 5000 5001
ip -n router link set vx1 address 02:00:0a:04:00:01
ip netns exec router iptables -t mangle -A PREROUTING -m socket
ip netns exec router iptables -t mangle -A INPUT -m socket
ip netns exec router iptables -t mangle -A PREROUTING -m socket --transparent
ip netns exec router iptables -t mangle -A INPUT -m socket --transparent
ip netns exec router iptables -t mangle -A PREROUTING -m socket --nowildcard
ip netns exec router iptables -t mangle -A INPUT -m socket --nowildcard
ip netns exec router iptables -t mangle -A PREROUTING -m socket --nowildcard --transparent
ip netns exec router iptables -t mangle -A INPUT -m socket --nowildcard --transparent
ip netns exec router iptables -t mangle -A PREROUTING -m socket --restore-skmark
ip netns exec router iptables -t mangle -A INPUT -m socket --restore-skmark
ip netns exec router iptables -t mangle -A INPUT -p udp -j MARK --set-mark 9
ip netns exec router iptables -t mangle -A INPUT -m socket --nowildcard --restore-skmark
ip netns exec router iptables -t mangle -A INPUT -m mark --mark 9
ip netns exec router iptables -t mangle -A INPUT -m mark --mark 0
