sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link add v1 address 02:00:00:00:00:01 type veth peer name p1 address 02:00:00:00:01:01
ip addr add 10.0.0.1/24 dev v1
ip link set v1 up
ip link set p1 up
sleep 1
ip neigh add 10.0.0.2 lladdr 02:aa:00:00:00:02 dev v1
ip neigh add 10.0.0.3 lladdr 02:aa:00:00:00:03 dev v1 nud permanent
ip neigh add 10.0.0.4 lladdr 02:aa:00:00:00:04 dev v1 nud reachable
ip neigh add 10.0.0.6 lladdr 02:aa:00:00:00:06 dev v1 nud noarp
ip neigh add 10.0.0.9 dev v1 nud incomplete
ip neigh add 10.0.0.10 dev v1 nud failed
ip neigh add 10.0.0.11 dev v1 nud none
ip neigh add 10.0.0.12 dev v1 nud reachable
ip neigh add 10.0.0.12 dev v1
ip neigh add 10.0.0.17 dev v1 lladdr 02:aa:00:00:00:0e nud foo
ip neigh add 10.0.0.2 lladdr 02:aa:00:00:00:02 dev v1
ip neigh change 10.0.0.2 lladdr 02:aa:00:00:00:22 dev v1
ip neigh change 10.0.0.99 lladdr 02:aa:00:00:00:22 dev v1
ip neigh add proxy 10.0.0.50 dev v1
ip neigh add proxy 10.0.0.50 dev v1
ip neigh show proxy
ip -j neigh show proxy
ip neigh show proxy dev v1
ip neigh del proxy 10.0.0.50 dev v1
ip neigh del proxy 10.0.0.50 dev v1
ip neigh show nud permanent
ip neigh show nud noarp
ip neigh show nud foo
ip neigh show 10.0.0.2
ip -s neigh show nud permanent
ip -s neigh show nud noarp
ip -s neigh show nud none
ip -s neigh show nud incomplete
ip -s neigh show nud reachable
ip -s neigh show nud stale
ip -s neigh show nud failed
ip -s -j neigh show nud permanent
ip -s -j neigh show nud noarp
ip -s -j neigh show nud none
ip -s -j neigh show nud incomplete
ip -s -j neigh show nud reachable
ip -s -j neigh show nud stale
ip -s -j neigh show nud failed
ip neigh del 10.0.0.2 dev v1
ip neigh del 10.0.0.2 dev v1
ip neigh del 10.0.0.9 dev v1
ip neigh flush nud noarp dev v1
ip neigh flush all
ip neigh flush dev v1 nud permanent
ip neigh show nud permanent
ip neigh show nud noarp
ip neigh show nud none
ip neigh show nud incomplete
ip neigh show nud reachable
ip neigh show nud stale
ip neigh show nud failed
