#!/bin/bash
# left and right around a router that was given its connections by hand, and takes up no others in mid-stream.
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

ip netns exec router sysctl -w net.netfilter.nf_conntrack_tcp_loose=0
ip netns exec router iptables -t nat -A POSTROUTING -o r1 -p udp --dport 9999 -j MASQUERADE
ip netns exec router iptables -A FORWARD -m conntrack --ctstate ESTABLISHED -m connmark --mark 0x10
ip netns exec router iptables -A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT
ip netns exec router iptables -A FORWARD -m conntrack --ctstate INVALID -j ACCEPT
ip netns exec router iptables -A FORWARD -m conntrack --ctstate NEW -j ACCEPT
ip netns exec router conntrack -R - <<'EOF'
-A -t 3600 -u SEEN_REPLY,ASSURED -s 10.1.0.2 -d 10.2.0.2 -p tcp --sport 4000 --dport 80 --state ESTABLISHED -m 0x10
-A -t 3600 -s 10.1.0.2 -d 10.2.0.2 -p tcp --sport 4001 --dport 80 --state ESTABLISHED
-A -t 3600 -u SEEN_REPLY,ASSURED -s 10.1.0.2 -d 10.2.0.2 -p tcp --sport 4002 --dport 80 --state TIME_WAIT
-A -t 3600 -u SEEN_REPLY,ASSURED -s 10.1.0.2 -d 10.2.0.2 -p tcp --sport 4003 --dport 80 --state ESTABLISHED -n 10.2.0.1:7003
-A -t 3600 -u SEEN_REPLY,ASSURED -s 10.1.0.2 -d 10.2.0.77 -p tcp --sport 4004 --dport 80 --state ESTABLISHED -g 10.2.0.2:8080
-A -t 3600 -u SEEN_REPLY -s 10.1.0.2 -d 10.2.0.2 -r 10.2.0.2 -n 10.2.0.1 -p udp --sport 5000 --dport 53 --reply-port-src 53 --reply-port-dst 5000
-A -t 3600 -s 10.1.0.2 -d 10.2.0.2 -p icmp --icmp-type 8 --icmp-code 0 --icmp-id 21 -n 10.2.0.1
-A -t 3600 -u FIXED_TIMEOUT -s 10.1.0.2 -d 10.2.0.2 -p udp --sport 5001 --dport 53
EOF
