#!/bin/bash
# left -- router -- right, and a tunnel from left to the router. The router tracks all but what comes from .3; right rejects, and tracks nothing.
ip netns add router
ip netns add left
ip netns add right
ip link add eth0 netns left address 02:00:00:00:01:01 type veth peer name r0 netns router address 02:00:00:00:01:02
ip link add r1 netns router address 02:00:00:00:02:01 type veth peer name eth0 netns right address 02:00:00:00:02:02
ip -n left addr add 10.0.0.1/24 dev eth0
ip -n router addr add 10.0.0.2/24 dev r0
ip -n router addr add 10.2.0.1/24 dev r1
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n left link set eth0 up
ip -n router link set r0 up
ip -n router link set r1 up
ip -n right link set eth0 up
ip -n left link add vx0 address 02:00:00:00:04:01 type vxlan id 42 remote 10.0.0.2 dstport 4789 srcport 5000 5001
ip -n router link add vx0 address 02:00:00:00:04:02 type vxlan id 42 remote 10.0.0.1 dstport 4789 srcport 5000 5001
ip -n left addr add 10.1.0.1/24 dev vx0
ip -n router addr add 10.1.0.2/24 dev vx0
ip -n left link set vx0 up
ip -n router link set vx0 up
ip -n left neigh add 10.0.0.2 lladdr 02:00:00:00:01:02 dev eth0
ip -n router neigh add 10.0.0.1 lladdr 02:00:00:00:01:01 dev r0
ip -n router neigh add 10.0.0.3 lladdr 02:00:00:00:01:01 dev r0
ip -n router neigh add 10.1.0.1 lladdr 02:00:00:00:04:01 dev vx0
ip -n router neigh add 10.1.0.3 lladdr 02:00:00:00:04:01 dev vx0
ip -n router neigh add 10.2.0.2 lladdr 02:00:00:00:02:02 dev r1
ip -n right neigh add 10.2.0.1 lladdr 02:00:00:00:02:01 dev eth0
ip -n right route add default via 10.2.0.1
ip netns exec router sysctl -w net.ipv4.ip_forward=1
ip netns exec right sysctl -w net.ipv4.icmp_ratemask=0
ip netns exec router iptables -t raw -A PREROUTING -s 10.0.0.3 -j CT --notrack
ip netns exec router iptables -t raw -A PREROUTING -s 10.1.0.3 -j CT --notrack
ip netns exec router iptables -A FORWARD -m conntrack --ctstate INVALID
ip netns exec router iptables -A FORWARD -m conntrack --ctstate UNTRACKED
ip netns exec right iptables -A INPUT -j REJECT
