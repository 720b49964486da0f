ip netns add a
ip tuntap add dev tap0 mode tap
ip link set tap0 address 02:00:00:00:00:02
ip tuntap add dev tap1 mode tap
ip link set tap1 address 02:00:00:00:00:03
ip link add br0 address 02:00:00:00:00:01 type bridge
ip link set br0 up
ip link set tap0 master br0
ip link set tap0 up
ip link add va address 02:00:00:00:01:0a type veth peer name eth0 netns a address 02:00:00:00:00:0a
ip link set va master br0
ip link set va up
ip -n a link set eth0 up
ip -n a addr add 10.0.0.10/24 dev eth0
ip addr add 10.0.0.1/24 dev br0
ip addr add 10.1.0.1/24 dev tap1
ip link set tap1 up
ip route add default via 10.1.0.2
sysctl -q -w net.ipv4.ip_forward=1
ip -n a route add default via 10.0.0.1
iptables -t nat -A POSTROUTING -o tap1 -j MASQUERADE
