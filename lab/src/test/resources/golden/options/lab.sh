sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
sysctl -w net.ipv6.conf.all.disable_ipv6=1
sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add br0 address 02:00:00:00:00:01 type bridge
ip link set br0 up
ip addr add 10.0.0.1/24 dev br0
ip addr add 10.0.0.2/24 dev br0
ip neigh add 10.0.0.77 lladdr 02:00:00:00:00:77 dev br0
ip -V
ip -j -p link show br0
ip -j -p addr show br0
ip -json -pretty route
ip -p -j neigh
ip -p link show br0
ip -j -p addr show dev br0 scope link
ip -6 addr
ip -6 -j addr
ip -6 route
ip -6 neigh
ip -f inet6 neigh
ip -M route
ip -f inet neigh
ip -family inet route
ip -f foo addr
ip -rc 5 link show br0
ip -t link show br0
ip -foo link
ip link add va address 02:00:00:00:00:0a type veth peer name vb address 02:00:00:00:00:0b
ip link set va master br0
ip addr add 192.0.2.1/32 dev lo scope host
ip addr add 10.1.0.1/16 brd + dev vb label vb:one
ip -o link
ip -o addr
ip -o -4 addr show dev br0
ip -o -s link show br0
ip -s addr show dev vb
ip -j -s addr show dev vb
ip -o route
ip -o neigh
ip -br -j link
ip -br -j addr
ip -br -4 addr
ip -br -o link
ip -br -j -p addr show dev vb
ip -0 addr show br0
ip -0 -o addr
ip -B link show br0
ip addr show to 10.0.0.0/24
ip addr show to 10.0.0.2
ip addr show label 'vb*'
ip addr show label br0
ip addr show primary
ip addr show secondary
ip addr show secondary dev br0
ip addr show permanent dev br0
ip addr show dynamic
ip addr show dynamic dev br0
ip addr show type bridge
ip -br addr show master br0
ip link show nomaster
ip link show group default
ip link show group 0
ip link show vrf x
ip addr flush dev br0 secondary
ip addr show dev br0
ip addr flush to 10.0.0.0/24
ip -o addr
ip addr flush label 'vb:*'
ip -o addr
