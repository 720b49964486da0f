#!/bin/bash
# Two customers with the same addresses behind a router that tracks each in a zone.
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
ip -n router addr add 10.2.0.100/24 dev r1
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1


ip netns add other
ip -n router link add r2 type veth peer name eth0 netns other
ip -n router link set r2 address 02:00:0a:03:00:01
ip -n router link set r2 up
ip -n other link set eth0 address 02:00:0a:03:00:02
ip -n other addr add 10.1.0.2/24 dev eth0
ip -n other link set eth0 up

ip netns exec router iptables -t raw -A PREROUTING -i r0 -p udp -j CT --zone 1
ip netns exec router iptables -t raw -A PREROUTING -i r2 -p udp -j CT --zone 2
ip netns exec router iptables -t raw -A PREROUTING -i r2 -p udp -j CT --notrack
ip netns exec router iptables -t raw -A PREROUTING -i r0 -p tcp --dport 80 -j CT --zone-orig 7
ip netns exec router iptables -t raw -A PREROUTING -i r2 -p tcp --dport 80 -j CT --zone-orig 8
ip netns exec router iptables -t raw -A PREROUTING -i r0 -p icmp -j MARK --set-mark 5
ip netns exec router iptables -t raw -A PREROUTING -p icmp -j CT --zone mark
ip netns exec router iptables -t raw -A PREROUTING -i r0 -p tcp --dport 81 -j CT --zone-reply 9
ip netns exec router iptables -t raw -A PREROUTING -i r1 -p udp --sport 5001 -j CT --zone 1
ip netns exec router iptables -t raw -A PREROUTING -i r0 -p tcp --dport 82 -j CT --zone 0
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p tcp -j SNAT --to-source 10.2.0.100
ip netns exec router iptables -A FORWARD -m conntrack --ctstate NEW
ip netns exec router iptables -A FORWARD -m conntrack --ctstate ESTABLISHED
ip netns exec router iptables -A FORWARD -m conntrack --ctstate RELATED
ip netns exec router iptables -A FORWARD -m conntrack --ctstate INVALID
