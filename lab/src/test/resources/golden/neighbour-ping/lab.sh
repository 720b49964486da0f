sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link add br9 type bridge
ip netns add far
ip link add v1 address 02:00:00:00:00:01 type veth peer name p1 address 02:00:00:00:01:01 netns far
ip addr add 10.0.0.1/24 dev v1
ip link set v1 up
ip -n far addr add 10.0.0.2/24 dev p1
ip -n far link set p1 up
sleep 1
sysctl -w net.ipv4.neigh.v1.delay_first_probe_time=1
ip netns exec far sysctl -w net.ipv4.conf.p1.arp_ignore=8
ip neigh add 10.0.0.2 lladdr 02:00:00:00:01:01 dev v1 nud stale
ip -n far neigh add 10.0.0.1 lladdr 02:00:00:00:00:01 dev p1
ip neigh
ping -c 1 10.0.0.2 | grep ttl=64 | wc -l
ip neigh
ping -c 5 -i 0.3 10.0.0.2 | grep ttl=64 | wc -l
sleep 0.5
ip neigh
sleep 4
ip neigh
ip netns exec far sysctl -w net.ipv4.conf.p1.arp_ignore=0
ping -c 1 10.0.0.2 | grep ttl=64 | wc -l
ip neigh
