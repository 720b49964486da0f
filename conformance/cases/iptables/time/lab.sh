#!/bin/bash
# left and right around a router that looks at the clock; every answer is the same at any moment.
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


ip netns exec router iptables -A FORWARD -m time
ip netns exec router iptables -A FORWARD -m time --timestart 00:00 --timestop 23:59:59
ip netns exec router iptables -A FORWARD -m time --timestart 12:00 --timestop 11:59:59
ip netns exec router iptables -A FORWARD -m time --timestart 12:00 --timestop 11:59:59 --contiguous
ip netns exec router iptables -A FORWARD -m time --datestop 2037-12-31T23:59:59
ip netns exec router iptables -A FORWARD -m time --datestart 2037-12-31T23:59 --datestop 2038
ip netns exec router iptables -A FORWARD -m time --datestart 2037-12-31
ip netns exec router iptables -A FORWARD -m time --datestart 2037 --datestop 1990
ip netns exec router iptables -A FORWARD -m time --weekdays Mon,Tue,Wed,Thu,Fri,Sat,Sun
ip netns exec router iptables -A FORWARD -m time ! --weekdays 1,2,3,4,5,6,7
ip netns exec router iptables -A FORWARD -m time ! --monthdays 0
ip netns exec router iptables -A FORWARD -m time --monthdays 0
ip netns exec router iptables -A FORWARD -m time --weekdays ''
ip netns exec router iptables -A FORWARD -m time --kerneltz
ip netns exec router iptables -A FORWARD -m time --monthdays 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31 --weekdays Mon,Tue,Wed,Thu,Fri,Sat,Sun --datestart 1970
