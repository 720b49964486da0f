#!/bin/bash
# left and right around a router that asks for types of addresses.
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

ip -n router route add blackhole 10.9.1.0/24 table local
ip -n router route add unreachable 10.9.2.0/24 table local
ip -n router route add prohibit 10.9.3.0/24 table local
ip -n router route add throw 10.9.4.0/24 table local
ip -n router route add anycast 10.9.5.0/24 dev r0 table local
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --src-type UNSPEC
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --src-type UNICAST
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --src-type LOCAL
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --src-type BROADCAST
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --src-type ANYCAST
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --src-type MULTICAST
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --src-type BLACKHOLE
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --src-type UNREACHABLE
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --src-type PROHIBIT
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --src-type THROW
ip netns exec router iptables -t raw -A PREROUTING -m addrtype ! --src-type LOCAL,BROADCAST
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --src-type LOCAL,ANYCAST --limit-iface-in
ip netns exec router iptables -t raw -A PREROUTING -m addrtype ! --src-type UNICAST --limit-iface-in
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --dst-type UNSPEC
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --dst-type UNICAST
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --dst-type LOCAL
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --dst-type BROADCAST
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --dst-type ANYCAST
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --dst-type MULTICAST
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --dst-type BLACKHOLE
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --dst-type UNREACHABLE
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --dst-type PROHIBIT
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --dst-type THROW
ip netns exec router iptables -t raw -A PREROUTING -m addrtype ! --dst-type LOCAL,BROADCAST
ip netns exec router iptables -t raw -A PREROUTING -m addrtype --dst-type LOCAL,ANYCAST --limit-iface-in
ip netns exec router iptables -t raw -A PREROUTING -m addrtype ! --dst-type UNICAST --limit-iface-in
ip netns exec router iptables -N out
ip netns exec router iptables -A out -m addrtype --dst-type LOCAL --limit-iface-out
ip netns exec router iptables -A out -m addrtype --src-type LOCAL --limit-iface-out
ip netns exec router iptables -A out -m addrtype --dst-type LOCAL --limit-iface-in
ip netns exec router iptables -A out -m addrtype --src-type LOCAL --limit-iface-in
ip netns exec router iptables -A out -m addrtype --src-type UNICAST ! --dst-type LOCAL
ip netns exec router iptables -A INPUT -j out
ip netns exec router iptables -A FORWARD -j out
ip netns exec router iptables -A OUTPUT -j out
ip netns exec router iptables -t mangle -N out
ip netns exec router iptables -t mangle -A out -m addrtype --src-type LOCAL --limit-iface-out
ip netns exec router iptables -t mangle -A out -m addrtype --src-type LOCAL --limit-iface-in
ip netns exec router iptables -t mangle -A out -m addrtype --dst-type UNICAST --limit-iface-in
ip netns exec router iptables -t mangle -A POSTROUTING -j out
