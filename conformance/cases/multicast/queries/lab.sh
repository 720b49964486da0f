#!/bin/bash
ip netns add a
ip link add br0 address 02:00:00:00:00:09 type bridge
ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
ip link set out netns a
sysctl -w net.ipv4.conf.eth0.igmpv3_unsolicited_report_interval=1
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip -n a link set out up
