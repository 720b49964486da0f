#!/bin/bash
# left and right around a router that lowers what SYNs announce.
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

ip -n router route add 10.9.0.0/16 via 10.2.0.2 mtu lock 900
ip -n router route add 10.8.0.0/16 via 10.1.0.2 mtu 1200
ip -n router link set r1 mtu 1400

ip netns exec router iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN --dport 80 -j TCPMSS --clamp-mss-to-pmtu
ip netns exec router iptables -t mangle -A FORWARD -p tcp --syn --dport 81 -j TCPMSS --set-mss 1000
ip netns exec router iptables -t mangle -A FORWARD -p tcp --syn --dport 82 -j TCPMSS --set-mss 300
ip netns exec router iptables -t mangle -A FORWARD -p tcp --dport 83 -j TCPMSS --set-mss 0
ip netns exec router iptables -t mangle -A POSTROUTING -p tcp --syn --dport 84 -j TCPMSS --clamp-mss-to-pmtu
ip netns exec router iptables -t mangle -A PREROUTING -p tcp --syn --dport 85 -j TCPMSS --set-mss 1200
ip netns exec router iptables -t mangle -A FORWARD -p tcp -j LOG --log-prefix "tcp: " --log-tcp-options
ip netns exec router iptables -t mangle -A FORWARD -p tcp -j CLASSIFY --set-class 1:10
ip netns exec router iptables -t mangle -A POSTROUTING -j CHECKSUM --checksum-fill
ip netns exec router iptables -A FORWARD -p tcp -m length --length 44 -j NFLOG --nflog-group 4
ip netns exec router iptables -A FORWARD -p tcp -m length --length 40
