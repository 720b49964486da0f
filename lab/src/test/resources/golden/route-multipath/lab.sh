sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
sysctl -q -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0
ip link set lo up
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip link set v0 up
ip link set v1 up
ip addr add 10.0.0.1/24 brd + dev v0
ip addr add 10.0.9.1/24 dev v1
ip route add 10.20.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.9.2
ip route add 10.21.0.0/16 nexthop via 10.0.0.2 dev v0 weight 3 nexthop via 10.0.9.2 dev v1 weight 1
ip route add 10.22.0.0/16 nexthop dev v0 nexthop via 10.0.9.2
ip route add 10.23.0.0/16 nexthop via 10.0.0.2
ip route add 10.24.0.0/16 nexthop via 10.0.0.2 weight 0
ip route add 10.24.0.0/16 nexthop via 10.0.0.2 weight 257
ip route add 10.24.0.0/16 nexthop via 10.0.0.2 weight 256 nexthop via 10.0.0.3
ip route add 10.25.0.0/16 nexthop via 10.1.1.1 nexthop via 10.0.0.2
ip route add 10.25.0.0/16 nexthop via 10.0.0.2 nexthop via 10.1.1.1
ip route add 10.25.0.0/16 nexthop
ip route add 10.25.0.0/16 nexthop via 10.0.0.2 foo
ip route add 10.25.0.0/16 nexthop via 10.0.0.2 nexthop via x
ip route add 10.25.0.0/16 nexthop via 10.0.0.2 nexthop dev nope
ip route add 10.25.0.0/16 via 10.0.0.2 nexthop via 10.0.9.2
ip route add 10.25.0.0/16 via 10.0.0.2 nexthop via 10.0.0.2 nexthop via 10.0.9.2
ip route add 10.26.0.0/16 nexthop via 10.9.9.9 dev v0 onlink nexthop via 10.0.9.2
ip route add 10.27.0.0/16 src 10.0.0.1 metric 9 proto static mtu 1400 nexthop via 10.0.0.2 nexthop via 10.0.9.2
ip route add blackhole 10.28.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.9.2
ip route add 10.28.0.0/16 scope link nexthop dev v0 nexthop dev v1
ip route add 10.29.0.0/16 scope host nexthop dev v0 nexthop dev v1
ip route add 10.20.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.9.2
ip route append 10.20.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.9.2
ip route append 10.20.0.0/16 nexthop via 10.0.9.2 nexthop via 10.0.0.2
ip route
ip -j route
ip -d route
ip -d -j route
ip -o route
ip route show dev v0
ip route show via 10.0.0.2
ip route del 10.21.0.0/16 nexthop via 10.0.0.3 nexthop via 10.0.9.2
ip route del 10.21.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.9.2
ip route del 10.22.0.0/16 via 10.0.9.2
ip route del 10.22.0.0/16 dev v0
ip route del 10.20.0.0/16
ip route
ip link set v1 down
ip route
ip -j route
ip link set v1 up
ip route
ip link set v0 down
ip route
ip link set v0 up
ip route
ip addr del 10.0.9.1/24 dev v1
ip route
ip addr add 10.0.9.1/24 dev v1
ip route
ip link del v0
ip route
