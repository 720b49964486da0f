#!/bin/bash
# left and right around a router that counts connections.
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
ip netns exec router sysctl -w net.netfilter.nf_conntrack_udp_timeout=2
ip netns exec router iptables -t raw -A PREROUTING -p udp --dport 6000:6999 -j NOTRACK
ip netns exec router iptables -A FORWARD -p tcp --syn -m connlimit --connlimit-above 1
ip netns exec router iptables -A FORWARD -p tcp -m connlimit --connlimit-above 1
ip netns exec router iptables -A FORWARD -p tcp -m connlimit --connlimit-upto 2
ip netns exec router iptables -A FORWARD -p tcp -m connlimit --connlimit-above 2 --connlimit-mask 24
ip netns exec router iptables -A FORWARD -p tcp -m connlimit ! --connlimit-above 2 --connlimit-daddr
ip netns exec router iptables -A FORWARD -p tcp -m connlimit --connlimit-above 3 --connlimit-mask 0
ip netns exec router iptables -A FORWARD -p udp -m connlimit --connlimit-above 0
ip netns exec router iptables -A FORWARD -p udp -m connlimit --connlimit-above 1
ip netns exec router iptables -A FORWARD -p udp -m connlimit --connlimit-above 2
ip netns exec router iptables -A FORWARD -p udp -m connlimit --connlimit-above 3
ip netns exec router iptables -A FORWARD -p udp -m connlimit --connlimit-above 12
ip netns exec router iptables -A FORWARD -p icmp -m connlimit --connlimit-above 1
ip netns exec router iptables -A FORWARD -p udp --dport 5001 -j DROP
ip netns exec router iptables -A FORWARD -f -m connlimit --connlimit-above 5
