#!/bin/bash
# The bridge comes first so that no veth has the same ifindex at both ends.

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

ip netns add server
ip netns exec server sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec server sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add eth0 type veth peer name eth0 netns server
ip link set eth0 address 02:00:cb:00:71:01
ip addr add 203.0.113.1/24 dev eth0
ip addr add 203.0.113.5/24 dev eth0
ip addr add 203.0.113.6/24 dev eth0
ip link set eth0 up
ip -n server link set eth0 address 02:00:cb:00:71:0a
ip -n server addr add 203.0.113.10/24 dev eth0
ip -n server link set lo up
ip -n server link set eth0 up

iptables-restore <<'EOF'
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-A POSTROUTING -o eth0 -p tcp -m tcp --dport 5000 -j SNAT --to-source 203.0.113.6:40000-40010
-A POSTROUTING -o eth0 -p udp -m udp --dport 5001 -j SNAT --to-source 203.0.113.6:45000
-A POSTROUTING -o eth0 -p udp -m udp --dport 5002 -j SNAT --to-source 203.0.113.6:50000-50010
-A POSTROUTING -s 10.0.0.0/24 -o eth0 -j SNAT --to-source 203.0.113.5
COMMIT
EOF
