#!/bin/bash
# A router that tracks left's packets in zone 7, its ICMP in the zone of its mark, right's in none.
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

ip netns exec router iptables -t raw -N seen
ip netns exec router iptables -t raw -A PREROUTING -i r0 -p icmp -j MARK --set-mark 5
ip netns exec router iptables -t raw -A PREROUTING -i r0 -p icmp -j CT --zone mark
ip netns exec router iptables -t raw -A PREROUTING -i r0 -p tcp -j CT --zone-orig 3
ip netns exec router iptables -t raw -A PREROUTING -i r0 -j CT --zone 7
ip netns exec router iptables -t raw -A PREROUTING -j seen
ip netns exec router iptables -t raw -A PREROUTING -i r0 -m connmark --mark 4
ip netns exec router iptables -t raw -A PREROUTING -i r0 -p udp --dport 5001 -j CONNMARK --set-mark 4
ip netns exec router iptables -t raw -A PREROUTING -i r0 -p udp --dport 5002 -j CONNMARK --save-mark
ip netns exec router iptables -t raw -A PREROUTING -m connlimit --connlimit-upto 1 --connlimit-saddr
ip netns exec router iptables -t raw -A PREROUTING -m connlimit --connlimit-upto 2 --connlimit-mask 0 --connlimit-saddr
ip netns exec router iptables -t raw -A PREROUTING -m connlimit --connlimit-above 3 --connlimit-mask 8 --connlimit-daddr
ip netns exec router iptables -t raw -A PREROUTING -m connbytes --connbytes 0: --connbytes-dir both --connbytes-mode packets
ip netns exec router iptables -t raw -A seen -m conntrack --ctstate NEW
ip netns exec router iptables -t raw -A seen -m conntrack --ctstate INVALID
ip netns exec router iptables -t raw -A seen -m conntrack ! --ctstate ESTABLISHED
ip netns exec router iptables -t raw -A seen -m state --state NEW
ip netns exec router iptables -t raw -A seen -m conntrack --ctstatus CONFIRMED
ip netns exec router iptables -t raw -A seen -m conntrack ! --ctstatus SEEN_REPLY
ip netns exec router iptables -t raw -A seen -m conntrack --ctdir ORIGINAL
ip netns exec router iptables -t raw -A seen -m conntrack --ctdir REPLY
ip netns exec router iptables -t raw -A seen -m conntrack ! --ctproto 17
ip netns exec router iptables -t raw -A seen -m conntrack --ctproto 6
ip netns exec router iptables -t raw -A seen -m conntrack --ctorigsrc 0.0.0.0/8
ip netns exec router iptables -t raw -A seen -m conntrack ! --ctrepldst 10.0.0.0/8
ip netns exec router iptables -t raw -A seen -m conntrack --ctorigdstport 0:10
ip netns exec router iptables -t raw -A seen -m conntrack --ctexpire 0
ip netns exec router iptables -t raw -A seen -m connmark --mark 0
ip netns exec router iptables -A FORWARD -m conntrack --ctstate NEW
ip netns exec router iptables -A FORWARD -m connmark --mark 4
