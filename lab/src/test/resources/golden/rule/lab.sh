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
ip rule
ip rule show
ip -j rule
ip -d rule
ip -d -j rule
ip rule add
ip rule del
ip rule add from 10.0.0.0/24
ip rule add from 10.0.0.0/24
ip rule add from 10.0.0.0/24 table main
ip rule add from 10.0.0.5 table 100
ip rule add to 10.7.0.0/16 lookup 101
ip rule add from 10.0.0.0/24 to 10.8.0.0/16 tos 0x10 fwmark 0x1 table 300
ip rule add fwmark 5/0xff lookup local prio 50
ip rule add fwmark 7/0xffffffff lookup default
ip rule add fwmark 0/0xf table 9
ip rule add iif v0 table 102
ip rule add oif v1 table 103
ip rule add iif nope table 104
ip rule add oif nope prio 60 table 104
ip rule add not from 10.1.0.0/16 table 105
ip rule add ipproto tcp dport 80 table 106
ip rule add ipproto udp sport 1000-2000 dport 53 table 106
ip rule add ipproto 47 table 106
ip rule add ipproto nosuch table 106
ip rule add sport x table 106
ip rule add sport 70000 table 106
ip rule add sport 20-10 table 106
ip rule add sport 0 table 106
ip rule add from all blackhole
ip rule add from 1.1.1.1 unreachable
ip rule add from 1.1.1.2 prohibit prio 70
ip rule add from 1.1.1.3 type blackhole
ip rule add from 1.1.1.4 type throw
ip rule add from 1.1.1.4 nop
ip rule add from 1.1.1.5 goto 32766
ip rule add from 1.1.1.6 goto 40000
ip rule add from 1.1.1.6 goto 5
ip rule add prio 100 goto 100
ip rule add prio 101 goto 500
ip rule add table main suppress_prefixlength 0
ip rule add table main suppress_prefixlength 8 prio 80
ip rule add table main suppress_ifgroup 3 prio 81
ip rule add table main suppress_prefixlength x
ip rule add from 10.0.0.9/24 table 5
ip rule add from x table 5
ip rule add to 10.0.0.256 table 5
ip rule add from 10.0.0.1 table nope
ip rule add from 10.0.0.1 table 0
ip rule add from 10.0.0.1 prio x
ip rule add from 10.0.0.1 prio 0 table 7
ip rule add from 10.0.0.1 fwmark x
ip rule add from 10.0.0.1 foo
ip rule add from
ip rule add tos 0x1 table 5
ip rule add tos 0x20 table 5
ip rule add tos CS2 table 5
ip rule add tos 0xb8 table 5
ip rule add tos 4 table 5
ip rule add from 2.2.2.2 table 6 proto static
ip rule add from 2.2.2.3 table 6 protocol 99
ip rule add from 2.2.2.4 table 4294967295
ip rule add from 2.2.2.5 table 252
ip rule add from 2.2.2.6 pref 32766 table 8
ip rule add from 2.2.2.7 order 0xffffffff table 8
ip rule add from all to all prio 33000 table 8
ip rule add from 0/0 prio 33001 table 8
ip rule add from 0.0.0.0/8 prio 33002 table 8
ip rule
ip -j rule
ip -d rule
ip -j -d rule
ip -N rule
ip rule show prio 70
ip rule show table 106
ip rule show from 10.0.0.0/24
ip rule show from 10.0.0.5
ip rule show to 10.7.0.0/16
ip rule show 10.7.0.0/16
ip rule show iif v0
ip rule show oif nope
ip rule show fwmark 5
ip rule show fwmark 5/0xff
ip rule show tos 0x20
ip rule show not
ip rule show ipproto tcp
ip rule show dport 53
ip rule show sport 1000-2000
ip rule list lookup main
ip rule show nonsense
ip rule foo
ip rule del prio 70
ip rule del prio 70
ip rule del from 10.0.0.0/24
ip rule del from 10.0.0.0/24 table 55
ip rule del table 106
ip rule del from 9.9.9.9
ip rule del iif v0
ip rule del goto 40000
ip rule del fwmark 5
ip rule del fwmark 5/0xff
ip rule del not from 10.1.0.0/16
ip rule del blackhole
ip rule del from 1.1.1.3 type blackhole
ip rule del prio 0
ip rule del prio 0 table local
ip rule
ip link add nope type veth peer name nopf
ip rule
ip link del v0
ip rule
ip rule flush proto static
ip rule
ip rule flush table 8
ip rule
ip rule flush
ip rule
ip rule add table main
ip rule add table local prio 0
ip rule
