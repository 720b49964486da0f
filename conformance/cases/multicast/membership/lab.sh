#!/bin/bash
ip netns add a
ip link add br0 address 02:00:00:00:00:09 type bridge
ip link set br0 up
ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
ip link set out netns a
sysctl -w net.ipv4.icmp_echo_ignore_broadcasts=0
sysctl -w net.ipv4.conf.eth0.igmpv3_unsolicited_report_interval=1
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip -n a link set out up
ip -n a addr add 10.0.0.2/24 dev out
ip route add 224.0.0.0/4 dev eth0
ip addr add 239.1.2.9/32 dev eth0
ip maddr add 01:00:5e:01:02:04 dev eth0
