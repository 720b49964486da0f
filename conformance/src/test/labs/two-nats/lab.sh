#!/bin/bash
# The bridge comes first so that no veth has the same ifindex at both ends.
# The provider is a namespace that forwards: no capture is fed into it.

sysctl -w net.ipv6.conf.all.disable_ipv6=1
sysctl -w net.ipv6.conf.default.disable_ipv6=1
sysctl -w net.ipv4.ip_forward=1
sysctl -w net.bridge.bridge-nf-call-iptables=0
sysctl -w net.ipv4.conf.all.rp_filter=0
sysctl -w net.ipv4.conf.default.rp_filter=0
sysctl -w net.ipv4.conf.all.send_redirects=0
sysctl -w net.ipv4.conf.default.send_redirects=0

ip link add lan type bridge
ip link set lan address 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev lan
ip link set lan up

ip netns add one
ip netns exec one sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec one sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vone type veth peer name eth0 netns one
ip link set vone address 02:00:00:00:01:02
ip link set vone master lan
ip link set vone up
ip -n one link set eth0 address 02:00:0a:00:00:02
ip -n one addr add 10.0.0.2/24 dev eth0
ip -n one link set lo up
ip -n one link set eth0 up
ip -n one route add default via 10.0.0.1

ip netns add two
ip netns exec two sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec two sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vtwo type veth peer name eth0 netns two
ip link set vtwo address 02:00:00:00:01:03
ip link set vtwo master lan
ip link set vtwo up
ip -n two link set eth0 address 02:00:0a:00:00:03
ip -n two addr add 10.0.0.3/24 dev eth0
ip -n two link set lo up
ip -n two link set eth0 up
ip -n two route add default via 10.0.0.1

ip netns add isp
ip netns exec isp sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec isp sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip netns exec isp sysctl -w net.ipv4.ip_forward=1
ip netns exec isp sysctl -w net.ipv4.conf.all.rp_filter=0
ip netns exec isp sysctl -w net.ipv4.conf.default.rp_filter=0
ip netns exec isp sysctl -w net.ipv4.conf.all.send_redirects=0
ip netns exec isp sysctl -w net.ipv4.conf.default.send_redirects=0
ip link add eth0 type veth peer name eth0 netns isp
ip link set eth0 address 02:00:64:40:00:02
ip addr add 100.64.0.2/24 dev eth0
ip link set eth0 up
ip -n isp link set eth0 address 02:00:64:40:00:01
ip -n isp addr add 100.64.0.1/24 dev eth0
ip -n isp link set lo up
ip -n isp link set eth0 up
ip route add default via 100.64.0.1

ip netns add server
ip netns exec server sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec server sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip -n isp link add eth1 type veth peer name eth0 netns server
ip -n isp link set eth1 address 02:00:cb:00:71:01
ip -n isp addr add 203.0.113.1/24 dev eth1
ip -n isp link set eth1 up
ip -n server link set eth0 address 02:00:cb:00:71:0a
ip -n server addr add 203.0.113.10/24 dev eth0
ip -n server link set lo up
ip -n server link set eth0 up

iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -o eth0 -j MASQUERADE
iptables -t nat -A PREROUTING -i eth0 -p tcp --dport 8080 -j DNAT --to-destination 10.0.0.2:80
ip netns exec isp iptables -t nat -A POSTROUTING -s 100.64.0.0/24 -o eth1 -j MASQUERADE
ip netns exec isp iptables -t nat -A PREROUTING -i eth1 -p tcp --dport 8080 -j DNAT --to-destination 100.64.0.2:8080
ip netns exec isp iptables -A FORWARD -i eth1 -o eth0 -m conntrack --ctstate NEW -p udp -j DROP
