sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
ip netns add a
ip netns exec a sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec a sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 netns a address 02:00:00:00:00:02
ip link set v0 up
ip -n a link set v1 up
ip -n a link set lo up
ip link set lo up
ip addr add 10.0.0.1/24 brd + dev v0
ip -n a addr add 10.0.0.2/24 brd + dev v1
ping -c 1 -W 1 10.0.0.3
ping -c 2 -q 10.0.0.2
ping -c 2 -i 0.2 10.0.0.2
ping -c1 -s 100 10.0.0.2
ping -c 1 -s 15 10.0.0.2
ping -c 1 -s x 10.0.0.2
ping -c 0 10.0.0.2
ping -c x 10.0.0.2
ping -c 1 -I 10.0.0.1 10.0.0.2
ping -c 1 -I v0 10.0.0.2
ping -c 1 -I 9.9.9.9 10.0.0.2
ping -c 1 -I nope 10.0.0.2
ping -c 1 9.9.9.9
ping -c 1 -t 3 10.0.0.2
ping -c 1 10.0.0.255
ping -c1 -W1 10.0.0.1
ping -c1 -W1 127.0.0.1
ping
ip route add blackhole 10.1.0.0/24
ip route add unreachable 10.2.0.0/24
ping -c 1 10.1.0.1
ping -c 1 10.2.0.1
ping -c 1 nosuch.example
ip neigh show 10.0.0.2
ip netns exec a ip neigh
ip netns exec a ping -c 1 10.0.0.1
ip route add default via 10.0.0.2
ping -c 1 -W 1 9.9.9.9
ip netns exec a sysctl -q -w net.ipv4.ip_forward=1
ping -c 1 -W 1 9.9.9.9
sleep 1.1
ip netns exec a ip link add d0 type veth peer name d1
ip netns exec a ip link set d0 up
ip netns exec a ip link set d1 up
ip netns exec a ip addr add 10.9.0.1/24 dev d0
ping -c 1 -t 1 -W 1 10.9.0.7
ping -c 2 -W 5 10.9.0.7
iptables -A OUTPUT -d 10.0.0.2 -j DROP
ping -c 1 -W 1 10.0.0.2
