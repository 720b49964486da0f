sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip link set v0 up
ip link set v1 up
ip addr add 10.0.0.1/24 brd + dev v0
ip addr add 10.0.9.1/24 dev v1
ip route add default via 10.0.0.254
ip route add default via 10.0.0.254
ip route add default via 10.0.0.253
ip route add default via 10.0.0.253 metric 5
ip route replace default via 10.0.0.252
ip route add 10.5.0.0/16 via 1.2.3.4
ip route add 10.5.0.0/16 via 10.0.0.1
ip route add 10.5.0.0/16 via 10.0.0.255
ip route add 10.5.0.1/16 via 10.0.0.2
ip route add 10.5.0.0/16 via 10.0.0.2 dev v1
ip route add 10.5.0.0/16 dev nope
ip route add 10.5.0.0/16 via x
ip route add 10.5/16 via 10.0.0.2
ip route add 10.6.0.0/16
ip route add 10.6.0.0/16 dev v0
ip route add 10.7.0.0/16 dev v0 scope link src 10.0.0.1 metric 7 proto static
ip route add 10.8.0.0/16 dev v0 src 9.9.9.9
ip route add blackhole 10.9.0.0/16
ip route add unreachable 10.10.0.0/16 metric 3
ip route add prohibit 10.11.0.0/16
ip route add blackhole default
ip route add 10.13.0.1 via 10.0.0.9
ip route add 10.15.0.0/16 via 10.0.0.9 foo
ip route add 10.15.0.0/16 via 10.0.0.9 metric x
ip route add 10.15.0.0/16 via 10.0.0.9 scope x
ip route add 10.15.0.0/16 via 10.0.0.9 proto x
ip route
ip -j route
ip -d route
ip route show default
ip route show 10.9.0.0/16
ip route show dev v0
ip route show nope
ip route get 10.0.0.5
ip route get 1.2.3.4
ip route get 10.9.0.1
ip route get 10.10.0.1
ip route get 10.0.0.1
ip -j route get 10.0.0.5
ip route del 10.99.0.0/16
ip route del default via 9.9.9.9
ip route del default
ip route
ip route foo
ip route flush 10.6.0.0/16
ip route flush
ip route flush dev v0
ip route
ip link set v0 down
ip route add 10.20.0.0/16 dev v0
ip route add 10.20.0.0/16 via 10.0.0.3
ip route
ip route show table local
ip link set v0 up
ip route
ip addr add 10.0.9.7/24 dev v0
ip route
ip route append 10.30.0.0/16 via 10.0.0.5
ip route append 10.30.0.0/16 via 10.0.0.6
ip route change 10.30.0.0/16 via 10.0.0.7
ip route change 10.31.0.0/16 via 10.0.0.7
ip route show 10.30.0.0/16
ip route del 10.30.0.0/16
ip route show 10.30.0.0/16
ip route add unreachable 10.32.0.0/16 dev v0
ip route add 10.33.0.0/16 via 10.30.0.5
ip route add 10.34.0.0/16 dev v0 src 10.0.9.1
ip route add 10.35.0.0/16 via 10.0.0.5 scope link
ip addr del 10.0.9.1/24 dev v1
ip route
ip link del v0
ip route
