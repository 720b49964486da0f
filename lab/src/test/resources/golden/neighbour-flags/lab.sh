sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link add br9 type bridge
ip link add v1 address 02:00:00:00:00:01 type veth peer name p1 address 02:00:00:00:01:01
ip addr add 10.0.0.1/24 dev v1
ip link set v1 up
ip link set p1 up
sleep 1
ip neigh add 10.0.0.2 lladdr 02:aa:00:00:00:02 dev v1 router
ip neigh add 10.0.0.3 lladdr 02:aa:00:00:00:03 dev v1 nud stale extern_learn
ip neigh add 10.0.0.4 dev v1 use
ip neigh add 10.0.0.6 dev v1 lladdr 02:aa:00:00:00:06 protocol static
ip neigh add 10.0.0.7 dev v1 lladdr 02:aa:00:00:00:07 nud reachable router extern_learn
ip neigh add 10.0.0.8 dev v1 lladdr 02:aa:00:00:00:07 protocol foo
ip neigh add 10.0.0.8 dev v1 lladdr 02:aa:00:00:00:07 protocol 300
ip neigh show 10.0.0.2
ip neigh show 10.0.0.3
ip neigh show 10.0.0.4
ip neigh show 10.0.0.6
ip neigh show 10.0.0.7
ip -j neigh show 10.0.0.2
ip -j neigh show 10.0.0.3
ip -j neigh show 10.0.0.6
ip -j neigh show 10.0.0.7
ip -s neigh show 10.0.0.4
ip -s neigh show 10.0.0.7
ip -s neigh show 10.0.0.6
ip neigh show protocol static
ip neigh show protocol foo
ip neigh get 10.0.0.2 dev v1
ip neigh get 10.0.0.99 dev v1
ip neigh get 10.0.0.3
ip neigh get dev v1
ip -j neigh get 10.0.0.3 dev v1
ip -s neigh get 10.0.0.3 dev v1
ip -s neigh get 10.0.0.7 dev v1
ip neigh get 10.0.0.3 dev nope
ip neigh get to 10.0.0.3 dev v1
ip neigh get proxy 10.0.0.3 dev v1
ip neigh get 10.0.0.3 dev v1 nud stale
ip neigh add proxy 10.0.0.3 dev v1
ip neigh get proxy 10.0.0.3 dev v1
ip neigh replace 10.0.0.2 lladdr 02:aa:00:00:00:02 dev v1
ip neigh show 10.0.0.2
ip neigh replace 10.0.0.7 dev v1 use
ip neigh show 10.0.0.7
ip neigh replace 10.0.0.3 dev v1 use
ip neigh show 10.0.0.3
ip neigh replace 10.0.0.3 lladdr 02:aa:00:00:00:13 dev v1 nud reachable
ip neigh show 10.0.0.3
ip neigh replace 10.0.0.6 dev v1 use
ip neigh show 10.0.0.6
ip neigh add 10.0.0.9 dev v1 use nud permanent
ip neigh add 10.0.0.9 dev v1 use
ip neigh show 10.0.0.9
ip neigh show unused
ip link set v1 arp off
ip neigh
sysctl net.ipv4.neigh.v1.unres_qlen
sysctl -w net.ipv4.neigh.v1.unres_qlen=3
sysctl net.ipv4.neigh.v1.unres_qlen_bytes
sysctl -w net.ipv4.neigh.v1.unres_qlen_bytes=5000
sysctl net.ipv4.neigh.v1.unres_qlen
sysctl -w net.ipv4.neigh.v1.unres_qlen=-1
sysctl net.ipv4.neigh.v1.base_reachable_time
sysctl -w net.ipv4.neigh.v1.base_reachable_time=45
sysctl net.ipv4.neigh.v1.base_reachable_time_ms
sysctl -w net.ipv4.neigh.v1.base_reachable_time_ms=1500
sysctl net.ipv4.neigh.v1.base_reachable_time
sysctl net.ipv4.neigh.v1.retrans_time
sysctl -w net.ipv4.neigh.v1.retrans_time=250
sysctl net.ipv4.neigh.v1.retrans_time_ms
sysctl -w net.ipv4.neigh.v1.retrans_time_ms=333
sysctl net.ipv4.neigh.v1.retrans_time_ms
sysctl net.ipv4.neigh.v1.retrans_time
sysctl -w net.ipv4.neigh.v1.retrans_time=-1
sysctl -N -a -r 'ipv4.neigh.v1.(unres|retrans|base)'
