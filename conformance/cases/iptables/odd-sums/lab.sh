#!/bin/bash
# left and right around a router that tracks connections; plain, beside them, does not.
ip netns add router
ip netns add left
ip netns add right
ip netns add plain
ip netns exec router sysctl -w net.ipv4.ip_forward=1
ip netns exec router sysctl -w net.ipv4.icmp_ratemask=0
ip netns exec plain sysctl -w net.ipv4.icmp_ratemask=0

ip -n router link add r0 type veth peer name eth0 netns left
ip -n router link set r0 address 02:00:0a:01:00:01
ip -n router addr add 10.1.0.1/24 dev r0
ip -n router link set r0 up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up
ip -n left link add eth1 type veth peer name eth0 netns plain
ip -n left link set eth1 address 02:00:0a:03:00:02
ip -n left addr add 10.3.0.2/24 dev eth1
ip -n left link set eth1 up
ip -n plain link set eth0 address 02:00:0a:03:00:01
ip -n plain addr add 10.3.0.1/24 dev eth0
ip -n plain link set eth0 up
ip -n plain neigh add 10.3.0.2 lladdr 02:00:0a:03:00:02 dev eth0

ip -n router link add r1 type veth peer name eth0 netns right
ip -n router link set r1 address 02:00:0a:02:00:01
ip -n router addr add 10.2.0.1/24 dev r1
ip -n router link set r1 up
ip -n right link set eth0 address 02:00:0a:02:00:02
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n right link set eth0 up
ip -n right neigh add 10.2.0.1 lladdr 02:00:0a:02:00:01 dev eth0
ip -n router neigh add 10.1.0.2 lladdr 02:00:0a:01:00:02 dev r0
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1

ip netns exec router iptables -t raw -A OUTPUT -p icmp -j CT --notrack
ip netns exec router iptables -A OUTPUT -m conntrack --ctstate UNTRACKED
ip netns exec router iptables -A OUTPUT -m conntrack --ctstate RELATED
ip netns exec router iptables -A INPUT -p icmp -j REJECT
ip netns exec router iptables -A INPUT -p tcp -j REJECT --reject-with tcp-reset
ip netns exec router iptables -A FORWARD -p icmp -j REJECT
ip netns exec router iptables -A FORWARD -p udp -j REJECT
ip netns exec right iptables -A OUTPUT -m conntrack --ctstate NEW
ip netns exec plain iptables -A INPUT -p icmp -j REJECT
