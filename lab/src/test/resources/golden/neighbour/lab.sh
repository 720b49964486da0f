sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip link set v0 up
ip link set v1 up
ip addr add 10.0.0.1/24 brd + dev v0
ip neigh add 10.0.0.7 lladdr 02:00:00:00:00:07 dev v0
ip neigh
ip neigh add 10.0.0.7 lladdr 02:00:00:00:00:07 dev v0
ip neigh add 10.0.0.7 lladdr 02:00:00:00:00:07 dev v0
ip neigh change 10.0.0.9 lladdr 02:00:00:00:00:08 dev v0
ip neigh add 10.0.0.8 dev v0 nud stale lladdr 02:00:00:00:00:08
ip neigh add 10.0.0.10 dev v0
ip neigh add 10.0.0.12 dev v0 nud noarp lladdr 02:00:00:00:00:09
ip neigh add 10.0.0.13 dev nope lladdr 02:00:00:00:00:09
ip neigh add 10.0.0.13 lladdr 02:00:00:00:00:09
ip neigh add lladdr 02:00:00:00:00:09 dev v0
ip neigh add x lladdr 02:00:00:00:00:09 dev v0
ip neigh add 10.0.0.14 lladdr xx dev v0
ip neigh add 10.0.0.14 lladdr 02:00:00:00:00:09 dev v0 nud foo
ip neigh add 10.0.0.14 lladdr 02:00:00:00:00:09 dev v0 foo
ip neigh
ip -j neigh
ip neigh show dev v0
ip neigh show 10.0.0.8
ip neigh del 10.0.0.8 dev v0
ip neigh del 10.0.0.8 dev v0
ip neigh del 10.0.0.99 dev v0
ip neigh foo
ip neigh flush dev v0
ip neigh
ip neigh flush all
ip neigh
ip neigh flush
ip neigh add 10.0.0.30 lladdr 02:00:00:00:00:30 dev v0
ip link set v0 down
ip neigh
