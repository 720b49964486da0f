#!/bin/bash
# left and right around a router that asks sets.
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
ip -n right link set eth0 up
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1

ip netns exec router ipset create hosts hash:ip
ip netns exec router ipset add hosts 10.1.0.2
ip netns exec router ipset add hosts 10.1.0.16/30
ip netns exec router ipset create halves hash:ip netmask 28
ip netns exec router ipset add halves 10.1.0.20
ip netns exec router ipset create lasts hash:ip bitmask 0.0.0.255
ip netns exec router ipset add lasts 0.0.0.9
ip netns exec router ipset create services hash:ip,port
ip netns exec router ipset add services 10.2.0.2,udp:5000-5002
ip netns exec router ipset add services 10.2.0.2,80
ip netns exec router ipset add services 10.2.0.2,icmp:echo-request
ip netns exec router ipset add services 10.2.0.2,icmp:3/3
ip netns exec router ipset add services 10.2.0.2,47:0
ip netns exec router ipset add services 10.2.0.2,sctp:7
ip netns exec router ipset add services 10.2.0.2,udplite:8
ip netns exec router ipset create pairs hash:ip,port,ip
ip netns exec router ipset add pairs 10.2.0.2,udp:5000,10.1.0.2
ip netns exec router ipset add pairs 10.1.0.2,udp:4000,10.2.0.2
ip netns exec router ipset create ports bitmap:port range 5000-6000
ip netns exec router ipset add ports 5001-5002
ip netns exec router ipset create spare hash:ip
ip netns exec router ipset add spare 10.1.0.9

ip netns exec router iptables -A FORWARD -m set --match-set hosts src
ip netns exec router iptables -A FORWARD -m set ! --match-set hosts src
ip netns exec router iptables -A FORWARD -m set --match-set hosts dst
ip netns exec router iptables -A FORWARD -m set --match-set hosts src,dst
ip netns exec router iptables -A FORWARD -m set --match-set halves src
ip netns exec router iptables -A FORWARD -m set --match-set lasts src
ip netns exec router iptables -A FORWARD -m set --match-set services dst,dst
ip netns exec router iptables -A FORWARD -m set ! --match-set services dst,dst
ip netns exec router iptables -A FORWARD -m set --match-set services dst,src
ip netns exec router iptables -A FORWARD -m set --match-set services dst
ip netns exec router iptables -A FORWARD -m set ! --match-set services dst
ip netns exec router iptables -A FORWARD -m set --match-set pairs dst,dst,src
ip netns exec router iptables -A FORWARD -m set --match-set pairs src,src,dst
ip netns exec router iptables -A FORWARD -m set --match-set pairs src,dst,dst
ip netns exec router iptables -A FORWARD -m set --match-set ports dst
ip netns exec router iptables -A FORWARD -m set --match-set ports src
ip netns exec router iptables -A FORWARD -m set ! --match-set ports dst,src
ip netns exec router iptables -A FORWARD -m set --match-set hosts src -m set --match-set services dst,dst -j DROP
