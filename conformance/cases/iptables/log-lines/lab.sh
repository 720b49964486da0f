#!/bin/bash
# A router that logs what left sends, at every hook and with every flag; a bridge beside it shows its packets to the rules too.
ip netns add router
ip netns add left
ip netns add right
ip netns exec router sysctl -w net.ipv4.ip_forward=1
ip netns exec router sysctl -w net.ipv4.conf.all.accept_source_route=1

ip -n router link add br0 type bridge
ip -n router link set br0 address 02:00:0a:03:00:01
ip -n router addr add 10.3.0.1/24 dev br0
ip -n router link set br0 up
ip -n router link add r0 type veth peer name eth0 netns left
ip -n router link set r0 address 02:00:0a:01:00:01
ip -n router addr add 10.1.0.1/24 dev r0
ip -n router link set r0 up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up

ip -n router link add r1 type veth peer name eth0 netns right
ip -n router link set r1 address 02:00:0a:02:00:01
ip -n router addr add 10.2.0.1/24 dev r1
ip -n router link set r1 up
ip -n right link set eth0 address 02:00:0a:02:00:02
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n right link set eth0 up

ip -n router link add p0 type veth peer name eth1 netns left
ip -n router link set p0 address 02:00:0a:03:00:10
ip -n router link set p0 master br0
ip -n router link set p0 up
ip -n left link set eth1 address 02:00:0a:03:00:02
ip -n left link set eth1 up
ip -n router link add p1 type veth peer name eth1 netns right
ip -n router link set p1 address 02:00:0a:03:00:11
ip -n router link set p1 master br0
ip -n router link set p1 up
ip -n right link set eth1 address 02:00:0a:03:00:03
ip -n right link set eth1 up
ip netns exec router sysctl -w net.bridge.bridge-nf-call-iptables=1
ip -n router neigh add 10.1.0.2 lladdr 02:00:0a:01:00:02 dev r0
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1
ip -n right neigh add 10.2.0.1 lladdr 02:00:0a:02:00:01 dev eth0

ip netns exec router iptables -t raw -A PREROUTING -j LOG --log-prefix "log-lines raw "
ip netns exec router iptables -t mangle -A PREROUTING -i r0 -j MARK --set-mark 0x2a
ip netns exec router iptables -t mangle -A FORWARD -i r0 -j LOG --log-prefix "log-lines all " --log-tcp-sequence --log-tcp-options --log-ip-options --log-uid --log-macdecode --log-level debug
ip netns exec router iptables -A FORWARD -j LOG --log-prefix "log-lines fwd " --log-tcp-options --log-level 1
ip netns exec router iptables -A FORWARD -p icmp --icmp-type echo-request -j LOG --log-prefix "log-lines opt:" --log-ip-options --log-level crit
ip netns exec router iptables -A INPUT -j LOG --log-prefix "log-lines in " --log-macdecode --log-level notice
ip netns exec router iptables -t mangle -A POSTROUTING -m addrtype ! --src-type LOCAL -j LOG --log-prefix "log-lines post " --log-tcp-sequence
ip netns exec right iptables -A OUTPUT -j LOG --log-prefix "log-lines out " --log-uid --log-ip-options --log-level info
