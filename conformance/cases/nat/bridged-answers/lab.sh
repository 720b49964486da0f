#!/bin/bash
# A bridge with an address, whose host translates what it bridges and what it routes.
ip netns add sw
ip -n sw link add br0 address 02:00:00:00:0b:00 type bridge
ip -n sw link set br0 up
ip -n sw addr add 10.0.0.254/24 dev br0
ip netns exec sw sysctl -w net.ipv4.ip_forward=1
ip netns exec sw sysctl -w net.ipv4.conf.br0.send_redirects=0

ip netns add a
ip -n sw link add p1 type veth peer name eth0 netns a
ip -n sw link set p1 address 02:00:00:00:0b:01 master br0 up
ip -n a link set eth0 address 02:00:00:00:00:0a
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n a link set eth0 up
ip -n a route add default via 10.0.0.254
ip -n sw neigh add 10.0.0.1 lladdr 02:00:00:00:00:0a dev br0

ip netns add b
ip -n sw link add p2 type veth peer name eth0 netns b
ip -n sw link set p2 address 02:00:00:00:0b:02 master br0 up
ip -n b link set eth0 address 02:00:00:00:00:0b
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b link set eth0 up
ip -n b route add default via 10.0.0.254
ip -n sw neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev br0

ip netns add c
ip -n sw link add p3 type veth peer name eth0 netns c
ip -n sw link set p3 address 02:00:00:00:0b:03 master br0 up
ip -n c link set eth0 address 02:00:00:00:00:0c
ip -n c addr add 10.0.0.3/24 dev eth0
ip -n c link set eth0 up
ip -n c route add default via 10.0.0.254
ip -n sw neigh add 10.0.0.3 lladdr 02:00:00:00:00:0c dev br0

ip -n a neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0
ip -n a neigh add 10.0.0.3 lladdr 02:00:00:00:00:0c dev eth0
ip -n a neigh add 10.0.0.254 lladdr 02:00:00:00:0b:00 dev eth0
ip -n b neigh add 10.0.0.1 lladdr 02:00:00:00:00:0a dev eth0
ip -n b neigh add 10.0.0.3 lladdr 02:00:00:00:00:0c dev eth0
ip -n b neigh add 10.0.0.254 lladdr 02:00:00:00:0b:00 dev eth0
ip -n c neigh add 10.0.0.1 lladdr 02:00:00:00:00:0a dev eth0
ip -n c neigh add 10.0.0.2 lladdr 02:00:00:00:00:0b dev eth0
ip -n c neigh add 10.0.0.254 lladdr 02:00:00:00:0b:00 dev eth0
ip netns exec sw sysctl -w net.bridge.bridge-nf-call-iptables=1
ip -n sw link set p3 type bridge_slave hairpin on

ip netns exec sw iptables -t nat -A PREROUTING -d 10.0.0.254 -p udp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
ip netns exec sw iptables -t nat -A PREROUTING -d 10.0.0.254 -p udp --dport 81 -j DNAT --to-destination 10.0.0.3:8080
ip netns exec sw iptables -t nat -A PREROUTING -d 10.9.0.0/24 -j NETMAP --to 10.0.0.0/24
ip netns exec sw iptables -t nat -A PREROUTING -d 10.0.0.2 -p udp --dport 53 -j REDIRECT
ip netns exec sw iptables -t nat -A PREROUTING -d 10.0.0.2 -p tcp --dport 80 -j REDIRECT --to-ports 8080
ip netns exec sw iptables -t nat -A PREROUTING -d 10.0.0.2 -p udp --dport 54 -j DNAT --to-destination 10.0.0.3
ip netns exec sw iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -p udp --dport 5001 -j MASQUERADE
ip netns exec sw iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -p udp --dport 5002 -j SNAT --to-source 10.0.0.77
ip netns exec sw iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -p udp --dport 8080 -j MASQUERADE --to-ports 6000-6001
ip netns exec sw iptables -t nat -A POSTROUTING -s 10.0.0.1 -p icmp -j MASQUERADE
ip netns exec sw iptables -A FORWARD -m physdev --physdev-is-bridged
ip netns exec sw iptables -A FORWARD -i br0 -o br0
