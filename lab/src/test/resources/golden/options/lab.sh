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
