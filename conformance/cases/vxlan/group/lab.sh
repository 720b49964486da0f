#!/bin/bash
# A switch with three hosts; in h1 two tunnels share the group, h3 has another port.
ip link add sw address 02:00:00:00:09:09 type bridge
ip link set sw up
ip netns add h1
ip netns add h2
ip netns add h3
ip link add p1 address 02:00:00:00:09:01 type veth peer name eth0 netns h1 address 02:00:00:00:01:01
ip link add p2 address 02:00:00:00:09:02 type veth peer name eth0 netns h2 address 02:00:00:00:01:02
ip link add p3 address 02:00:00:00:09:03 type veth peer name eth0 netns h3 address 02:00:00:00:01:03
ip link set p1 master sw up
ip link set p2 master sw up
ip link set p3 master sw up
ip netns exec h1 sysctl -w net.ipv4.conf.eth0.igmpv3_unsolicited_report_interval=1
ip netns exec h2 sysctl -w net.ipv4.conf.eth0.igmpv3_unsolicited_report_interval=1
ip netns exec h3 sysctl -w net.ipv4.conf.eth0.igmpv3_unsolicited_report_interval=1
ip -n h1 addr add 10.0.0.1/24 dev eth0
ip -n h2 addr add 10.0.0.2/24 dev eth0
ip -n h3 addr add 10.0.0.3/24 dev eth0
ip -n h1 link set eth0 up
ip -n h2 link set eth0 up
ip -n h3 link set eth0 up
ip -n h1 link add vx0 address 02:00:00:00:04:01 type vxlan id 42 group 239.1.1.1 dev eth0 dstport 4789 srcport 5000 5001
ip -n h1 link add vx1 address 02:00:00:00:05:01 type vxlan id 43 group 239.1.1.1 dev eth0 dstport 4789 srcport 5000 5001
ip -n h2 link add vx0 address 02:00:00:00:04:02 type vxlan id 42 group 239.1.1.1 dev eth0 dstport 4789 srcport 5000 5001
ip -n h3 link add vx0 address 02:00:00:00:04:03 type vxlan id 42 group 239.1.1.1 dev eth0 dstport 4790 srcport 5000 5001 ttl 9
ip -n h1 addr add 10.1.0.1/24 dev vx0
ip -n h2 addr add 10.1.0.2/24 dev vx0
