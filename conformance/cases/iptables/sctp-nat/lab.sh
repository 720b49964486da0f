#!/bin/bash
# left behind a router that translates SCTP, right with a port of its own published.
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

ip -n router addr add 10.2.0.100/24 dev r1
ip netns exec router sysctl -w net.netfilter.nf_conntrack_sctp_timeout_closed=40
ip netns exec router sysctl -w net.netfilter.nf_conntrack_sctp_timeout_cookie_wait=45
ip netns exec router sysctl -w net.netfilter.nf_conntrack_sctp_timeout_cookie_echoed=50
ip netns exec router sysctl -w net.netfilter.nf_conntrack_sctp_timeout_heartbeat_sent=55

ip netns exec router iptables -t nat -A PREROUTING -i r0 -p sctp -d 10.1.0.1 --dport 8080 -j DNAT --to-destination 10.2.0.2:80
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p sctp -d 10.1.0.1 --dport 8081 -j DNAT --to-destination 10.2.0.2:81-82
ip netns exec router iptables -t nat -A PREROUTING -i r0 -p sctp --dport 9999 -j REDIRECT --to-ports 9
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p sctp --sport 1001 -j SNAT --to-source 10.2.0.100:7000
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p sctp --sport 1002 -j MASQUERADE
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p sctp --dport 80 -j SNAT --to-source 10.2.0.100
ip netns exec router iptables -A FORWARD -m conntrack --ctstate INVALID
ip netns exec router iptables -A FORWARD -m conntrack --ctstate SNAT
ip netns exec router iptables -A FORWARD -m conntrack --ctstate DNAT
ip netns exec router iptables -A FORWARD -p sctp --dport 85 -j REJECT
