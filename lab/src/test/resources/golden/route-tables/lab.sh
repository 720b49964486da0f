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
ip route show table all
ip route show table local
ip route show table default
ip route show table 100
ip route show table 0
ip route show table nope
ip -d route show table all
ip -j route show table all
ip route add 10.1.0.0/16 via 10.0.0.2 table 100
ip route add default via 10.0.0.3 table 100
ip route add 10.1.0.0/16 via 10.0.0.2 table 100
ip route add default via 10.0.0.4 table 500
ip route add default via 10.0.0.5 table default
ip route add 10.77.0.0/16 dev v0 table 1000
ip route show table 100
ip route show table 500
ip route show table default
ip route show table all
ip -j route show table 100
ip -d route show table 100
ip -d -j route show table all
ip route flush table 500
ip route show table 500
ip route del 10.1.0.0/16 table 100
ip route del 10.1.0.0/16 table 100
ip route del 10.1.0.0/16 table 501
ip route change 10.1.0.0/16 via 10.0.0.2 table 502
ip route show table 502
ip route add throw 10.2.0.0/16
ip route add throw 10.2.0.0/16 table 100 metric 4
ip route add local 10.3.0.0/16 dev lo
ip route add local 10.3.1.1 dev v0
ip route add broadcast 10.3.2.255 dev v0
ip route add anycast 10.3.3.1 dev v0
ip route add multicast 239.0.0.0/8 dev v0
ip route add nat 10.3.4.1 dev v0
ip route add xresolve 10.3.4.2 dev v0
ip route add unicast 10.4.0.0/16 dev v0
ip route add blackhole 10.5.0.0/16 dev v0
ip route add unreachable 10.5.0.0/16 via 10.0.0.2
ip route add local 10.3.5.1 via 10.0.0.2
ip route add local 10.3.5.1 dev lo scope link
ip route add local 10.3.5.2 dev lo table main
ip route add 10.6.0.0/16 dev v0 scope global
ip route add 10.6.1.0/24 dev v0 scope host
ip route add 10.6.2.0/24 dev v0 scope 200
ip route add 10.6.3.0/24 dev v0 scope nowhere
ip route add 10.6.4.0/24 via 10.0.0.2 scope link
ip route add 10.6.5.0/24 via 10.6.0.1
ip route add 10.6.6.0/24 via 10.6.1.1
ip route add 10.7.0.0/16 via 10.0.0.2 tos 0x10
ip route add 10.7.0.0/16 via 10.0.0.3 tos 0x8
ip route add 10.7.0.0/16 via 10.0.0.4
ip route add 10.7.0.0/16 via 10.0.0.5 metric 5
ip route add 10.7.0.0/16 via 10.0.0.5 metric 4
ip route add 10.7.0.0/16 via 10.0.0.6 tos 0x10 metric 3
ip route add 10.7.0.0/16 via 10.0.0.6 tos 1
ip route append 10.7.0.0/16 via 10.0.0.7
ip route append 10.7.0.0/16 via 10.0.0.7
ip route prepend 10.7.0.0/16 via 10.0.0.8
ip route prepend 10.7.0.0/16 via 10.0.0.8
ip route show 10.7.0.0/16
ip -j route show 10.7.0.0/16
ip route show tos 0x10
ip route replace 10.7.0.0/16 via 10.0.0.9
ip route replace 10.7.0.0/16 via 10.0.0.7
ip route change 10.7.0.0/16 via 10.0.0.10 metric 5
ip route change 10.7.0.0/16 via 10.0.0.10 metric 6
ip route test 10.7.0.0/16 via 10.0.0.10 metric 5
ip route test 10.7.0.0/16 via 10.0.0.10 metric 9
ip route del 10.7.0.0/16 tos 0x10
ip route del 10.7.0.0/16 metric 5
ip route del 10.7.0.0/16 via 10.0.0.7
ip route del 10.7.0.0/16 proto static
ip route show 10.7.0.0/16
ip route add 10.8.0.0/16 via 10.9.9.9 dev v0 onlink
ip route add 10.8.1.0/24 via 10.9.9.9 onlink
ip route add 10.8.2.0/24 via 10.0.0.1 dev v0 onlink
ip route add 10.8.3.0/24 dev v0 onlink
ip route add 10.8.4.0/24 via 10.9.9.9 dev v0 onlink scope link
ip route add 10.8.5.0/24 via 10.0.0.2 mtu 1400
ip route add 10.8.6.0/24 via 10.0.0.2 mtu lock 1300 advmss 1200 window 1000 initcwnd 7
ip route add 10.8.7.0/24 via 10.0.0.2 mtu x
ip route add 10.8.8.0/24 via 10.0.0.2 hoplimit 300
ip route add 10.8.8.0/24 via 10.0.0.2 hoplimit 30 rtt 100ms rttvar 20ms ssthresh 9 cwnd lock 3 reordering 4
ip route add 10.8.9.0/24 via 10.0.0.2 mtu 100000
ip route add 10.8.10.0/24 via 10.0.0.2 src 10.0.9.1
ip route add 10.8.11.0/24 via 10.0.0.2 src 10.0.0.255
ip route add 10.8.12.0/24 via 10.0.0.2 nhid 4
ip route add 10.8.12.0/24 via 10.0.0.2 metric 4294967295
ip route add 10.8.12.0/24 via 10.0.0.2 metric 4294967296
ip route add 10.8.13.0/24 via 10.0.0.2 proto 77
ip route add 10.8.13.0/24 via 10.0.0.2 proto bgp metric 1
ip route add 10.8.14.0/24 via 10.0.0.2 table x
ip route add 10.8.14.0/24 from 10.0.0.1 via 10.0.0.2
ip route add 10.8.15.0/24 via 10.0.0.2 via 10.0.0.3
ip route add 10.8.16.0/24 via 127.0.0.1
ip route add 10.8.17.0/24 via 10.0.0.1 dev v0
ip route add 10.8.18.0/24 via 10.0.0.0
ip route add 10.8.19.0/24 dev lo
ip route add 224.0.0.0/4 dev v0
ip route add 127.5.0.0/16 via 10.0.0.2
ip route add 0.0.0.0/8 via 10.0.0.2
ip route
ip -j route
ip -d route
ip route show table all
ip route show scope link
ip route show scope host
ip route show type throw
ip route show type local table all
ip route show proto kernel
ip route show proto 77
ip route show via 10.0.0.2
ip route show via 10.0.0.0/30
ip route show src 10.0.0.1
ip route show metric 5
ip route show root 10.8.0.0/16
ip route show match 10.8.5.9
ip route show exact 10.8.5.0/24
ip route show to 10.8.5.0/24
ip route show to root 10.6/16
ip route show 10.8.5.9
ip route show dev lo
ip route show dev lo table local
ip route show dev nope
ip route list table local type broadcast
ip route show cache
ip route show from 1.1.1.1
ip route flush via 10.0.0.2
ip route
ip route flush table 100
ip route show table 100
ip route flush root 10.6.0.0/16
ip route flush scope host
ip route
ip route flush table all proto boot
ip route show table all
ip route flush type throw
ip route
ip route flush cache
ip route nonsense
ip addr add 10.0.0.77/24 dev v0
ip addr add 10.0.5.1/24 dev v0
ip addr add 10.0.0.78/25 dev v0
ip addr add 10.0.6.1/32 dev v0
ip addr add 10.0.7.1/31 dev v0
ip route show table all
ip route add 10.55.0.0/16 dev v0 src 10.0.0.77
ip route add 10.56.0.0/16 dev v0 src 10.0.0.77 table 77
ip addr del 10.0.0.77/24 dev v0
ip route show table all
ip addr add 10.0.0.77/24 dev v0
ip addr del 10.0.0.1/24 dev v0
ip route show table all
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.0.0.2/24 dev v0
ip addr add 10.0.0.3/24 dev v0
sysctl -q -w net.ipv4.conf.v0.promote_secondaries=1
ip addr del 10.0.0.1/24 dev v0
ip addr show dev v0
ip route show table all
ip addr add 10.66.0.1/16 dev lo
ip route show table all
ip addr del 10.66.0.1/16 dev lo
ip link set v1 down
ip route show table all
ip link set v1 up
ip route show table all
ip link set v0 down
ip route show table all
ip link set lo down
ip route show table all
ip link del v0
ip route show table all
