#!/bin/bash
# A box that masquerades what leaves, and leads GRE from outside to a host within.
ip netns add a
ip netns add box
ip netns add out
ip -n box link add lan address 02:00:00:00:0c:01 type veth peer name eth0 address 02:00:00:00:00:0a netns a
ip -n box link add wan address 02:00:00:00:0c:02 type veth peer name eth0 address 02:00:00:00:00:09 netns out
ip -n a addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n a route add default via 10.0.0.1
ip -n box addr add 10.0.0.1/24 dev lan
ip -n box link set lan up
ip -n box addr add 192.0.2.1/24 dev wan
ip -n box link set wan up
ip -n out addr add 192.0.2.9/24 dev eth0
ip -n out link set eth0 up
ip netns exec box sysctl -w net.ipv4.ip_forward=1
ip netns exec box iptables -t nat -A POSTROUTING -o wan -j MASQUERADE
ip netns exec box iptables -t nat -A PREROUTING -i wan -p gre -j DNAT --to-destination 10.0.0.2
ip -n box neigh add 192.0.2.78 lladdr 02:00:00:00:00:09 dev wan
ip -n box neigh add 192.0.2.81 lladdr 02:00:00:00:00:09 dev wan
ip -n box neigh add 192.0.2.87 lladdr 02:00:00:00:00:09 dev wan
