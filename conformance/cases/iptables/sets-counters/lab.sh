#!/bin/bash
# left and right around a router that asks for counters.
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

ip netns exec router ipset create c hash:ip counters
ip netns exec router ipset add c 10.1.0.2
ip netns exec router ipset add c 10.1.0.3 packets 5 bytes 100
ip netns exec router ipset create d hash:ip,port counters timeout 80
ip netns exec router ipset create p bitmap:port range 5000-5010 counters
ip netns exec router ipset add p 5000 packets 9 bytes 9
ip netns exec router ipset add p 5001
ip netns exec router ipset create n hash:net counters
ip netns exec router ipset add n 10.1.0.0/24
ip netns exec router ipset add n 10.1.0.3 nomatch
ip netns exec router ipset create plain hash:ip
ip netns exec router ipset add plain 10.1.0.2

ip netns exec router iptables -A FORWARD -p udp --dport 5000 -m set --match-set c src
ip netns exec router iptables -A FORWARD -p udp --dport 5001 -m set --match-set c src --packets-eq 4
ip netns exec router iptables -A FORWARD -p udp --dport 5001 -m set --match-set c src ! --packets-eq 8
ip netns exec router iptables -A FORWARD -p udp --dport 5001 -m set --match-set c src --packets-lt 9
ip netns exec router iptables -A FORWARD -p udp --dport 5001 -m set --match-set c src --packets-gt 10 ! --update-counters
ip netns exec router iptables -A FORWARD -p udp --dport 5002 -m set --match-set c src --bytes-gt 300
ip netns exec router iptables -A FORWARD -p udp --dport 5002 -m set --match-set c src --bytes-lt 400 --packets-gt 3
ip netns exec router iptables -A FORWARD -p udp --dport 5002 -m set ! --match-set c src --bytes-lt 400 ! --update-counters
ip netns exec router iptables -A FORWARD -p udp --dport 5003 -j SET --add-set d src,dst
ip netns exec router iptables -A FORWARD -p udp --dport 5004 -j SET --add-set d src,dst --exist
ip netns exec router iptables -A FORWARD -m set --match-set d src,dst
ip netns exec router iptables -A FORWARD -m set --match-set p dst --packets-gt 9
ip netns exec router iptables -A FORWARD -m set --match-set n src
ip netns exec router iptables -A FORWARD -m set --match-set n src --return-nomatch --packets-gt 5
ip netns exec router iptables -A FORWARD -m set --match-set plain src --packets-gt 5
ip netns exec router iptables -A FORWARD -m set --match-set plain src ! --update-counters
