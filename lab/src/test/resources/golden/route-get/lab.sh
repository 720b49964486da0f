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
sysctl -q -w net.ipv4.ip_forward=1
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:aa dev v0
ip route add default via 10.0.0.254
ip route add 10.1.0.0/16 via 10.0.0.2 src 10.0.9.1
ip route add 10.2.0.0/16 dev v0 mtu 1400
ip route add 10.3.0.0/16 via 10.0.0.2 mtu lock 1300
ip route add blackhole 10.4.0.0/16
ip route add unreachable 10.5.0.0/16
ip route add prohibit 10.6.0.0/16
ip route add throw 10.7.0.0/16
ip route add local 10.8.0.0/16 dev lo
ip route add 10.9.0.0/16 via 10.0.0.2 tos 0x10
ip route add default via 10.0.9.254 table 100
ip route add 10.10.0.0/16 via 10.0.9.2 table 101
ip rule add fwmark 1 lookup 100
ip rule add from 10.0.9.1 to 10.11.0.0/16 lookup 100
ip rule add iif v1 to 10.12.0.0/16 lookup 100
ip rule add oif v1 lookup 100
ip rule add to 10.13.0.0/16 prohibit
ip rule add to 10.14.0.0/16 unreachable
ip rule add to 10.15.0.0/16 blackhole
ip rule add ipproto tcp dport 80 to 10.16.0.0/16 lookup 100
ip rule add to 10.17.0.0/16 iif lo lookup 100
ip rule add tos 0x10 to 10.18.0.0/16 lookup 100
ip route get 10.0.0.5
ip route get 10.1.0.5
ip route get 10.2.0.5
ip route get 10.3.0.5
ip route get 10.4.0.5
ip route get 10.5.0.5
ip route get 10.6.0.5
ip route get 10.7.0.5
ip route get 10.8.0.5
ip route get 10.9.0.5
ip route get 10.9.0.5 tos 0x10
ip route get 10.9.0.5 tos 0x11
ip route get 8.8.8.8
ip -j route get 8.8.8.8
ip route get 8.8.8.8 mark 1
ip route get 8.8.8.8 mark 0x11
ip -j route get 8.8.8.8 mark 1
ip route get 8.8.8.8 oif v1
ip route get 8.8.8.8 oif v0
ip route get 10.10.0.1 oif v1
ip route get 10.11.0.1
ip route get 10.11.0.1 from 10.0.9.1
ip -j route get 10.11.0.1 from 10.0.9.1
ip route get 10.11.0.1 from 10.0.9.99
ip route get 10.12.0.1
ip route get 10.12.0.1 iif v1
ip route get 10.12.0.1 from 10.0.9.5 iif v1
ip -j route get 10.12.0.1 from 10.0.9.5 iif v1
ip route get 10.12.0.1 from 10.0.9.5 iif v0
ip route get 10.13.0.1
ip route get 10.14.0.1
ip route get 10.15.0.1
ip route get 10.13.0.1 from 10.0.0.5 iif v0
ip route get 10.14.0.1 from 10.0.0.5 iif v0
ip route get 10.15.0.1 from 10.0.0.5 iif v0
ip route get 10.4.0.5 from 10.0.0.5 iif v0
ip route get 10.5.0.5 from 10.0.0.5 iif v0
ip route get 10.6.0.5 from 10.0.0.5 iif v0
ip route get 10.16.0.1
ip route get 10.16.0.1 ipproto tcp dport 80
ip route get 10.16.0.1 ipproto udp dport 80
ip route get 10.16.0.1 ipproto tcp dport 81 sport 5
ip route get 10.16.0.1 ipproto nosuch
ip route get 10.16.0.1 dport x
ip route get 10.17.0.1
ip route get 10.17.0.1 from 10.0.0.5 iif v0
ip route get 10.18.0.1 tos 0x10
ip route get 10.0.0.1
ip -j route get 10.0.0.1
ip route get 10.0.0.1 from 10.0.0.5 iif v0
ip -j route get 10.0.0.1 from 10.0.0.5 iif v0
ip route get 10.0.0.1 from 10.0.0.5 iif v1
ip route get 10.0.0.1 from 10.0.9.1 iif v0
ip route get 10.0.0.1 oif v0
ip route get 127.0.0.1
ip route get 127.0.0.1 from 127.0.0.1
ip route get 127.0.0.1 from 10.0.0.5 iif v0
ip route get 0.0.0.0
ip route get 10.0.0.255
ip -j route get 10.0.0.255
ip route get 10.0.0.255 from 10.0.0.5 iif v0
ip route get 255.255.255.255
ip route get 255.255.255.255 oif v0
ip route get 224.0.0.1
ip route get 224.0.0.5
ip route get 224.0.0.1 oif v0
ip route get 239.1.1.1 oif v0
ip route get 224.0.0.1 from 10.0.0.5 iif v0
ip route get 10.0.0.5 from 10.0.0.1
ip route get 10.0.0.5 from 9.9.9.9
ip route get 10.0.0.5 from 9.9.9.9 iif v1
ip route get 10.0.0.5 from 10.0.0.6 iif v0
ip route get 8.8.8.8 from 10.0.0.6 iif v0
ip route get 10.0.0.5 dev v1
ip route get 10.0.0.5 dev nope
ip route get 10.0.0.5 iif nope
ip -d route get 10.0.0.5
ip -d route get 10.0.0.1
ip -N route get 10.0.0.5
ip -o route get 10.0.0.5
ip route get fibmatch 10.0.0.5
ip route get fibmatch 8.8.8.8
ip -j route get fibmatch 8.8.8.8
ip -d route get fibmatch 10.1.0.5
ip route get fibmatch 10.0.0.1
ip route get fibmatch 8.8.8.8 mark 1
ip route get fibmatch 10.4.0.5
ip route get fibmatch 10.3.0.5
ip route get 10.0.0.5 uid 1000
ip route get
ip route get x
ip route get 10.0.0.5 connected
ip route get to 10.0.0.5
sysctl -q -w net.ipv4.conf.all.rp_filter=1
ip route get 10.1.0.5 from 10.0.9.5 iif v0
ip route get 10.1.0.5 from 10.0.0.5 iif v0
ip route get 10.1.0.5 from 10.0.9.5 iif v1
sysctl -q -w net.ipv4.conf.v0.forwarding=0
ip route get 10.1.0.5 from 10.0.0.5 iif v0
ip route get 10.0.0.1 from 10.0.0.5 iif v0
ip route get 10.0.9.1 from 10.0.0.5 iif v0
sysctl -q -w net.ipv4.fib_multipath_hash_seed=1
ip route add 10.30.0.0/16 nexthop via 10.0.0.2 nexthop via 10.0.9.2
ip route get 10.30.0.1
ip route get 10.30.0.2
ip route get 10.30.0.3
ip route get 10.30.0.4
ip route get 10.30.0.5
ip route get 10.30.0.5 oif v0
ip route get 10.30.0.5 oif v1
ip route get 10.30.0.1 from 10.0.0.1
ip route get 10.30.0.2 from 10.0.9.1
ip route get fibmatch 10.30.0.2
ip link set lo down
ip link set v0 down
ip route get 10.0.0.5
ip route get 8.8.8.8
ip route get 8.8.8.8 oif v0
