#!/bin/bash
# left and right around a router that limits each for itself.
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
ip netns exec router iptables -A FORWARD -m hashlimit --hashlimit-upto 1/minute --hashlimit-burst 3 --hashlimit-mode srcip --hashlimit-name src
ip netns exec router iptables -A FORWARD -m hashlimit --hashlimit-above 1/hour --hashlimit-burst 3 --hashlimit-mode srcip --hashlimit-name above
ip netns exec router iptables -A FORWARD -m hashlimit ! --hashlimit-upto 1/minute --hashlimit-burst 2 --hashlimit-mode srcip,dstport --hashlimit-name srcport
ip netns exec router iptables -A FORWARD -m hashlimit --hashlimit-upto 1/minute --hashlimit-burst 4 --hashlimit-mode srcip --hashlimit-srcmask 30 --hashlimit-name net
ip netns exec router iptables -A FORWARD -m hashlimit --hashlimit-upto 1/minute --hashlimit-burst 2 --hashlimit-mode dstport --hashlimit-name port
ip netns exec router iptables -A FORWARD -m hashlimit --hashlimit-upto 1/minute --hashlimit-burst 6 --hashlimit-mode dstip --hashlimit-dstmask 0 --hashlimit-name dst
ip netns exec router iptables -A FORWARD -m hashlimit --hashlimit-upto 1/minute --hashlimit-burst 7 --hashlimit-name all
ip netns exec router iptables -A FORWARD -m hashlimit --hashlimit-upto 20/minute --hashlimit-burst 1 --hashlimit-name refill
ip netns exec router iptables -A FORWARD -p udp --dport 5003 -m hashlimit --hashlimit-upto 512b/s --hashlimit-mode srcip --hashlimit-name bytes
ip netns exec router iptables -A FORWARD -p udp --dport 5003 -m hashlimit --hashlimit-above 512b/s --hashlimit-burst 1024b --hashlimit-mode srcip --hashlimit-name burst
ip netns exec router iptables -A FORWARD -p udp --dport 5003 -m hashlimit --hashlimit-upto 1mb/s --hashlimit-name much
ip netns exec router iptables -A FORWARD -p udp --dport 5004 -m hashlimit --hashlimit-above 1/sec --hashlimit-rate-match --hashlimit-htable-expire 60000 --hashlimit-name rate
ip netns exec router iptables -A FORWARD -p udp --dport 5004 -m hashlimit --hashlimit-upto 60/minute --hashlimit-burst 1 --hashlimit-rate-match --hashlimit-rate-interval 1 --hashlimit-name each
ip netns exec router iptables -A FORWARD -p udp --dport 5004 -m hashlimit --hashlimit-above 256b/s --hashlimit-rate-match --hashlimit-name kbytes
