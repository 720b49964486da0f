#!/bin/bash
# left and right around a router that asks lists of sets.
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

ip netns exec router ipset create one hash:ip counters
ip netns exec router ipset add one 10.1.0.2
ip netns exec router ipset add one 10.1.0.3
ip netns exec router ipset create two hash:net counters
ip netns exec router ipset add two 10.1.0.0/24
ip netns exec router ipset add two 10.1.0.9 nomatch
ip netns exec router ipset create three hash:ip,port
ip netns exec router ipset add three 10.1.0.2,udp:4000
ip netns exec router ipset create all list:set counters
ip netns exec router ipset add all one
ip netns exec router ipset add all two
ip netns exec router ipset create turned list:set counters comment
ip netns exec router ipset add turned one comment "comes last"
ip netns exec router ipset add turned two before one
ip netns exec router ipset add turned three after two
ip netns exec router ipset create full hash:ip maxelem 2
ip netns exec router ipset create free hash:ip
ip netns exec router ipset create both list:set
ip netns exec router ipset add both full
ip netns exec router ipset add both free

ip netns exec router iptables -A FORWARD -p udp --dport 5000 -m set --match-set all src
ip netns exec router iptables -A FORWARD -p udp --dport 5001 -m set --match-set all src ! --update-counters
ip netns exec router iptables -A FORWARD -p udp --dport 5002 -m set --match-set all src ! --update-subcounters
ip netns exec router iptables -A FORWARD -p udp --dport 5003 -m set --match-set all src ! --update-counters ! --update-subcounters
ip netns exec router iptables -A FORWARD -p udp --dport 5004 -m set --match-set turned src
ip netns exec router iptables -A FORWARD -p udp --dport 5005 -m set --match-set turned src,src
ip netns exec router iptables -A FORWARD -p udp --dport 5006 -m set --match-set all src --return-nomatch
ip netns exec router iptables -A FORWARD -p udp --dport 5007 -m set --match-set all src --packets-gt 6
ip netns exec router iptables -A FORWARD -p udp --dport 5008 -j SET --add-set both src
ip netns exec router iptables -A FORWARD -p udp --dport 5009 -j SET --del-set both src
