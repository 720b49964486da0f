sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev nope
ip addr add 10.0.0.1/24
ip addr add 10.0.0.1/33 dev v0
ip addr add 10.0.0/24 dev v0
ip addr add x dev v0
ip addr add 10.0.0.300/24 dev v0
ip addr add
ip addr add dev v0
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.0.0.1 dev v0
ip addr add 10.0.0.2/24 brd + dev v0
ip addr add 10.0.0.3/24 broadcast 10.0.0.255 dev v0 label v0:1
ip addr add 10.0.0.4/24 dev v0 label x:1
ip addr add 10.1.0.4/24 dev v0 scope link
ip addr add 10.2.0.4/24 dev v0 scope host
ip addr add 10.2.0.5/24 dev v0 scope foo
ip addr add 10.3.0.5/24 dev v0 foo
ip addr add 10.3.0.5/24 dev v0 foo bar
ip addr add 0.0.0.0/24 dev v0
ip addr add 224.0.0.1/24 dev v0
ip addr add 255.255.255.255/32 dev v0
ip addr add 127.0.0.5/8 dev v0
ip addr add 10.4.0.0/24 dev v0
ip addr add 10.5.0.1/24 local 10.6.0.1 dev v0
ip addr show v0
ip addr show
ip -4 addr
ip -br addr
ip -j addr show v0
ip -4 -j addr
ip addr show nope
ip addr foo
ip link set v1 up
ip link set v0 up
ip addr del 10.0.0.1/24 dev v0
ip addr show v0
ip addr del 10.0.0.99/24 dev v0
ip addr del 10.0.0.3 dev v0
ip addr del 10.0.0.2/24 dev nope
ip addr del 10.0.0.2/24
ip addr flush
ip addr flush dev nope
ip addr flush dev v0
ip addr show v0
ip addr flush dev v0
ip addr flush v0
ip addr replace 1.2.3.4/24 dev v0
ip addr replace 1.2.3.4/24 dev v0
ip addr add 1.2.3.5/24 brd 1.2.3.255 brd + dev v0
ip a add 1.2.5.5/255.255.255.0 brd + dev v0
ip addr add 1.2.6.5/31 brd + dev v0
ip addr add 1.2.3.9/24 dev v0 scope link
ip addr add 1.2.3.9/24 dev v0
ip addr add 1.2.3.9/28 dev v1
ip addr
ip -j addr
ip addr show scope link
ip link set v0 name w0
ip addr show w0
ip route show table local
ip link set w0 up
ip link set v1 up
ip route
ip route show table local
ip addr del 1.2.3.4/24 dev w0
ip addr show w0
ip route
ip link set w0 down
ip route
ip route show table local
ip addr show up
ip addr add 127.0.0.1/8 dev lo
ip link set lo up
ip addr show lo
ip route show table local
