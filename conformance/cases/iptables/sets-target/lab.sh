#!/bin/bash
# left and right around a router whose rules change sets.
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

ip netns exec router ipset create seen hash:ip timeout 60
ip netns exec router ipset create brief hash:ip,port timeout 60 counters comment
ip netns exec router ipset add brief 10.1.0.5,udp:4000 timeout 0 packets 7 bytes 9 comment "kept"
ip netns exec router ipset create few hash:ip maxelem 2
ip netns exec router ipset create gone hash:ip
ip netns exec router ipset add gone 10.1.0.0/28
ip netns exec router ipset create nets hash:net
ip netns exec router ipset add nets 10.5.0.0/16
ip netns exec router ipset add nets 10.6.0.0/28
ip netns exec router ipset create ports bitmap:port range 5000-5010 timeout 90
ip netns exec router ipset create faces hash:net,iface
ip netns exec router ipset create marks hash:ip skbinfo
ip netns exec router ipset add marks 10.1.0.2 skbmark 0x7
ip netns exec router ipset add marks 10.1.0.3 skbmark 0x70/0xf0 skbprio 1:10 skbqueue 3
ip netns exec router ipset add marks 10.1.0.4
ip netns exec router ipset create plain hash:ip
ip netns exec router ipset add plain 10.1.0.2
ip netns exec router ipset create tags hash:ip skbinfo comment
ip netns exec router ipset add tags 10.1.0.5 skbmark 0x9 comment "said once"
ip -n router rule add fwmark 0x70/0xf0 blackhole

ip netns exec router iptables -A FORWARD -j SET --add-set seen src
ip netns exec router iptables -A FORWARD -j SET --add-set brief src,src --timeout 2
ip netns exec router iptables -A FORWARD -p udp --dport 5001 -j SET --add-set brief src,src --exist --timeout 30
ip netns exec router iptables -A FORWARD -m set --match-set brief src,src
ip netns exec router iptables -A FORWARD -j SET --add-set few src
ip netns exec router iptables -A FORWARD -p udp --dport 5002 -j SET --del-set gone src
ip netns exec router iptables -A FORWARD -p udp --dport 5003 -j SET --add-set nets dst
ip netns exec router iptables -A FORWARD -p udp --dport 5004 -j SET --add-set ports dst --del-set seen src
ip netns exec router iptables -A FORWARD -p udp --dport 5005 -j SET --add-set faces src,src
ip netns exec router iptables -A FORWARD -p udp --dport 5006 -j SET --add-set faces dst,dst
ip netns exec router iptables -A FORWARD -p udp --dport 5007 -j SET --add-set brief src
ip netns exec router iptables -A FORWARD -j SET --add-set tags src --exist
ip netns exec router iptables -t mangle -A PREROUTING -j MARK --set-mark 0x100
ip netns exec router iptables -t mangle -A PREROUTING -j SET --map-set marks src --map-mark
ip netns exec router iptables -t mangle -A PREROUTING -j SET --map-set plain src --map-mark
ip netns exec router iptables -t mangle -A PREROUTING -m mark --mark 0x7
ip netns exec router iptables -t mangle -A PREROUTING -m mark --mark 0x170
ip netns exec router iptables -t mangle -A PREROUTING -m mark --mark 0x100
ip netns exec router iptables -t mangle -A FORWARD -j SET --map-set marks src --map-prio
