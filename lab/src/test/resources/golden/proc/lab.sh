sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
cat /proc/net/arp
cat /proc/net/route
cat /proc/net/dev
ip link set lo up
ip link add va address 02:00:00:00:01:0a type veth peer name longer-name0 address 02:00:00:00:01:0b
ip link set va up
ip link set longer-name0 up
ip addr add 10.0.0.1/24 dev va
ip addr add 172.16.5.4/32 dev va
ip route add default via 10.0.0.254
ip route add 10.9.0.0/16 via 10.0.0.9 metric 7
ip route add 10.9.0.0/16 via 10.0.0.8 metric 9 mtu 1400
ip route add unreachable 192.0.2.0/24
ip route add prohibit 192.0.3.0/24
ip route add blackhole 192.0.4.1/32
ip route add throw 192.0.5.0/24
ip route add 10.8.0.0/16 advmss 1000 window 2000 via 10.0.0.7
ip route add 10.7.0.0/16 nexthop via 10.0.0.7 nexthop via 10.0.0.8
ip route add 10.6.0.0/16 dev va
ip route add 10.5.0.0/16 dev va table 7
cat /proc/net/route
ip neigh add 10.0.0.77 lladdr 02:00:00:00:00:77 dev va
cat /proc/net/arp
ip neigh del 10.0.0.77 dev va
ip neigh add 10.0.0.78 lladdr 02:00:00:00:00:78 dev va nud stale
cat /proc/net/arp
ip neigh del 10.0.0.78 dev va
ip neigh add 10.0.0.79 lladdr 02:00:00:00:00:79 dev va nud noarp
cat /proc/net/arp
ip neigh del 10.0.0.79 dev va
ip neigh add 10.0.0.80 dev va nud failed
cat /proc/net/arp
cat /proc/net/arp /proc/net/dev
ip netns add a
ip netns exec a cat /proc/net/dev
ip netns exec a cat /proc/net/arp
ip netns exec a cat /proc/net/route
ip link set va down
cat /proc/net/route
