#!/bin/bash
# left and right around a router that looks at connections.
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

ip netns exec router iptables -t raw -A PREROUTING -p udp --dport 5003 -j NOTRACK
ip netns exec router iptables -t nat -A PREROUTING -p udp -d 10.1.0.99 --dport 5009 -j DNAT --to-destination 10.2.0.2:5010
ip netns exec router iptables -t nat -A POSTROUTING -p udp --dport 5008 -j SNAT --to-source 10.2.0.1:7000
ip netns exec router iptables -A FORWARD -m conntrack --ctstate SNAT
ip netns exec router iptables -A FORWARD -m conntrack --ctstate DNAT
ip netns exec router iptables -A FORWARD -m conntrack --ctstate UNTRACKED
ip netns exec router iptables -A FORWARD -m conntrack ! --ctstate UNTRACKED,INVALID
ip netns exec router iptables -A FORWARD -m conntrack --ctstate NEW --ctstatus NONE
ip netns exec router iptables -A FORWARD -m conntrack --ctstate UNTRACKED --ctstatus ASSURED --ctproto 6 --ctdir REPLY
ip netns exec router iptables -A FORWARD -m conntrack ! --ctstate ESTABLISHED --ctstatus CONFIRMED
ip netns exec router iptables -A FORWARD -m conntrack --ctstatus NONE
ip netns exec router iptables -A FORWARD -m conntrack ! --ctstatus NONE
ip netns exec router iptables -A FORWARD -m conntrack --ctstatus EXPECTED
ip netns exec router iptables -A FORWARD -m conntrack ! --ctstatus EXPECTED
ip netns exec router iptables -A FORWARD -m conntrack --ctstatus SEEN_REPLY
ip netns exec router iptables -A FORWARD -m conntrack ! --ctstatus SEEN_REPLY
ip netns exec router iptables -A FORWARD -m conntrack --ctstatus ASSURED
ip netns exec router iptables -A FORWARD -m conntrack ! --ctstatus ASSURED
ip netns exec router iptables -A FORWARD -m conntrack --ctstatus CONFIRMED
ip netns exec router iptables -A FORWARD -m conntrack ! --ctstatus CONFIRMED
ip netns exec router iptables -A FORWARD -m conntrack --ctstatus EXPECTED,ASSURED
ip netns exec router iptables -A FORWARD -m conntrack --ctproto tcp
ip netns exec router iptables -A FORWARD -m conntrack ! --ctproto tcp
ip netns exec router iptables -A FORWARD -m conntrack --ctproto udp
ip netns exec router iptables -A FORWARD -m conntrack --ctproto icmp
ip netns exec router iptables -A FORWARD -m conntrack --ctproto 0
ip netns exec router iptables -A FORWARD -m conntrack ! --ctproto 0
ip netns exec router iptables -A FORWARD -m conntrack --ctorigsrc 10.1.0.2
ip netns exec router iptables -A FORWARD -m conntrack ! --ctorigsrc 10.1.0.2
ip netns exec router iptables -A FORWARD -m conntrack --ctorigsrc 10.1.0.7/29
ip netns exec router iptables -A FORWARD -m conntrack --ctorigdst 10.2.0.2
ip netns exec router iptables -A FORWARD -m conntrack --ctorigdst 10.1.0.99
ip netns exec router iptables -A FORWARD -m conntrack ! --ctorigdst 10.1.0.0/24
ip netns exec router iptables -A FORWARD -m conntrack --ctorigdst 1.2.3.4/0
ip netns exec router iptables -A FORWARD -m conntrack --ctreplsrc 10.2.0.2
ip netns exec router iptables -A FORWARD -m conntrack ! --ctreplsrc 10.2.0.0/16
ip netns exec router iptables -A FORWARD -m conntrack --ctrepldst 10.2.0.1
ip netns exec router iptables -A FORWARD -m conntrack ! --ctrepldst 10.2.0.1
ip netns exec router iptables -A FORWARD -m conntrack --ctrepldst 10.1.0.2
ip netns exec router iptables -A FORWARD -m conntrack --ctorigsrcport 4000
ip netns exec router iptables -A FORWARD -m conntrack ! --ctorigsrcport 4000
ip netns exec router iptables -A FORWARD -m conntrack --ctorigsrcport 3999:4001
ip netns exec router iptables -A FORWARD -m conntrack --ctorigsrcport 0:4000
ip netns exec router iptables -A FORWARD -m conntrack --ctorigdstport 5000
ip netns exec router iptables -A FORWARD -m conntrack --ctorigdstport 5001:5009
ip netns exec router iptables -A FORWARD -m conntrack ! --ctorigdstport 5001:5009
ip netns exec router iptables -A FORWARD -m conntrack --ctreplsrcport 5010
ip netns exec router iptables -A FORWARD -m conntrack ! --ctreplsrcport 5010
ip netns exec router iptables -A FORWARD -m conntrack --ctrepldstport 7000
ip netns exec router iptables -A FORWARD -m conntrack ! --ctrepldstport 6999:7001
ip netns exec router iptables -A FORWARD -m conntrack --ctorigdstport 9:8
ip netns exec router iptables -A FORWARD -m conntrack ! --ctorigdstport 9:8
ip netns exec router iptables -A FORWARD -m conntrack --ctorigdstport 2048
ip netns exec router iptables -A FORWARD -m conntrack --ctorigsrcport 21
ip netns exec router iptables -A FORWARD -m conntrack --ctdir ORIGINAL
ip netns exec router iptables -A FORWARD -m conntrack --ctdir REPLY
ip netns exec router iptables -A FORWARD -m conntrack --ctexpire 20:40
ip netns exec router iptables -A FORWARD -m conntrack ! --ctexpire 20:40
ip netns exec router iptables -A FORWARD -m conntrack --ctexpire 0
ip netns exec router iptables -A FORWARD -m conntrack --ctexpire 24:28
ip netns exec router iptables -A FORWARD -m conntrack --ctexpire 40:20
ip netns exec router iptables -A FORWARD -m conntrack --ctexpire 100:130
ip netns exec router iptables -A FORWARD -m conntrack --ctexpire 431000:
ip netns exec router iptables -A FORWARD -m conntrack --ctproto 17 --ctorigsrc 10.1.0.0/24 ! --ctrepldst 10.1.0.0/24 --ctdir REPLY
ip netns exec router iptables -A FORWARD -m state --state NEW
ip netns exec router iptables -A FORWARD -m state --state ESTABLISHED
ip netns exec router iptables -A FORWARD -m state --state RELATED
ip netns exec router iptables -A FORWARD -m state --state INVALID
ip netns exec router iptables -A FORWARD -m state --state UNTRACKED
ip netns exec router iptables -A FORWARD -m state --state NEW,RELATED
ip netns exec router iptables -A FORWARD -m state ! --state NEW
