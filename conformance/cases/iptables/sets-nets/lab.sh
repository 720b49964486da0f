#!/bin/bash
# left and right around a router that asks sets of networks.
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
ip -n router neigh add 10.2.0.3 lladdr 02:00:0a:02:00:03 dev r1
ip -n router route add 10.2.1.0/24 via 10.2.0.2

ip netns exec router ipset create nets hash:net
ip netns exec router ipset add nets 10.1.0.0/16
ip netns exec router ipset add nets 10.1.0.16/28 nomatch
ip netns exec router ipset add nets 10.1.0.20
ip netns exec router ipset add nets 10.9.0.1-10.9.0.9
ip netns exec router ipset create services hash:net,port
ip netns exec router ipset add services 10.2.0.0/24,udp:5000
ip netns exec router ipset add services 10.2.0.2,udp:5000 nomatch
ip netns exec router ipset add services 10.2.0.0/16,udp:5001-5002
ip netns exec router ipset add services 128.0.0.0/1,tcp:80
ip netns exec router ipset create triples hash:ip,port,net
ip netns exec router ipset add triples 10.2.0.2,udp:5000,10.1.0.0/24
ip netns exec router ipset add triples 10.2.0.2,udp:5000,10.1.0.16/28 nomatch
ip netns exec router ipset create faces hash:net,iface
ip netns exec router ipset add faces 10.1.0.0/16,r0
ip netns exec router ipset add faces 10.1.0.16/28,r1
ip netns exec router ipset add faces 10.1.0.32/28,r wildcard
ip netns exec router ipset add faces 10.1.0.48/28,r0 nomatch
ip netns exec router ipset add faces 0.0.0.0/0,r1
ip netns exec router ipset add faces 10.1.0.64/28,physdev:r0

ip netns exec router iptables -A FORWARD -m set --match-set nets src
ip netns exec router iptables -A FORWARD -m set ! --match-set nets src
ip netns exec router iptables -A FORWARD -m set --match-set nets src --return-nomatch
ip netns exec router iptables -A FORWARD -m set ! --match-set nets src --return-nomatch
ip netns exec router iptables -A FORWARD -m set --match-set services dst,dst
ip netns exec router iptables -A FORWARD -m set --match-set services dst,dst --return-nomatch
ip netns exec router iptables -A FORWARD -m set --match-set triples dst,dst,src
ip netns exec router iptables -A FORWARD -m set --match-set triples dst,dst,src --return-nomatch
ip netns exec router iptables -A FORWARD -m set --match-set faces src,src
ip netns exec router iptables -A FORWARD -m set --match-set faces src,dst
ip netns exec router iptables -A FORWARD -m set --match-set faces dst,dst
ip netns exec router iptables -A FORWARD -m set --match-set faces src,src --return-nomatch
ip netns exec router iptables -t mangle -A PREROUTING -m set --match-set faces src,src
ip netns exec router iptables -t mangle -A PREROUTING -m set --match-set faces src,dst
ip netns exec router iptables -t mangle -A POSTROUTING -m set --match-set faces src,src
ip netns exec router iptables -t mangle -A POSTROUTING -m set --match-set faces src,dst
