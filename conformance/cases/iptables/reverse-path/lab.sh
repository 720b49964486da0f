#!/bin/bash
# left and right around a router that asks where sources lead.
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


ip netns exec router sysctl -w net.ipv4.conf.all.accept_local=1
ip netns exec router sysctl -w net.ipv4.conf.r0.accept_local=1
ip -n router route add 192.0.2.0/24 via 10.2.0.2
ip -n router route add 198.51.100.0/24 via 10.1.0.2
ip -n router route add blackhole 203.0.113.0/25
ip -n router route add unreachable 203.0.113.128/25
ip -n router route add 198.18.0.0/24 nexthop via 10.1.0.2 nexthop via 10.2.0.2
ip -n router route add 192.0.2.128/25 via 10.1.0.2 table 5
ip -n router rule add fwmark 5 lookup 5
ip -n router route add 198.51.100.64/26 via 10.2.0.2 tos 0x10

ip netns exec router iptables -t raw -A PREROUTING -m rpfilter
ip netns exec router iptables -t raw -A PREROUTING -m rpfilter --loose
ip netns exec router iptables -t raw -A PREROUTING -m rpfilter --validmark
ip netns exec router iptables -t raw -A PREROUTING -m rpfilter --accept-local
ip netns exec router iptables -t raw -A PREROUTING -m rpfilter --invert
ip netns exec router iptables -t raw -A PREROUTING -m rpfilter --loose --accept-local
ip netns exec router iptables -t raw -A PREROUTING -m rpfilter --loose --invert
ip netns exec router iptables -t raw -A PREROUTING -m rpfilter --validmark --accept-local --invert
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5005 -j MARK --set-mark 5
ip netns exec router iptables -t mangle -A PREROUTING -m rpfilter
ip netns exec router iptables -t mangle -A PREROUTING -m rpfilter --loose
ip netns exec router iptables -t mangle -A PREROUTING -m rpfilter --validmark
ip netns exec router iptables -t mangle -A PREROUTING -m rpfilter --accept-local
ip netns exec router iptables -t mangle -A PREROUTING -m rpfilter --invert
ip netns exec router iptables -t mangle -A PREROUTING -m rpfilter --loose --accept-local
ip netns exec router iptables -t mangle -A PREROUTING -m rpfilter --loose --invert
ip netns exec router iptables -t mangle -A PREROUTING -m rpfilter --validmark --accept-local --invert
ip netns exec router iptables -t mangle -A PREROUTING -p udp --dport 5006 -m rpfilter --invert -j DROP
