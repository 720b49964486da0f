# A Docker host in small: a bridge with two containers, and behind a router with NAT the outside.
sysctl -w net.ipv4.ip_forward=1
sysctl -w net.bridge.bridge-nf-call-iptables=0
ip link add br0 address 02:00:00:00:00:01 type bridge
ip addr add 10.0.0.1/24 dev br0
ip link set br0 up
ip netns add a
ip link add va address 02:00:00:00:01:0a type veth peer name eth0 address 02:00:00:00:00:0a netns a
ip link set va master br0 up
ip -n a addr add 10.0.0.10/24 dev eth0
ip -n a link set eth0 up
ip -n a route add default via 10.0.0.1
ip netns add b
ip link add vb address 02:00:00:00:01:0b type veth peer name eth0 address 02:00:00:00:00:0b netns b
ip link set vb master br0 up
ip -n b addr add 10.0.0.11/24 dev eth0
ip -n b link set eth0 up
ip -n b route add default via 10.0.0.1
ip netns add out
ip link add eth0 address 02:00:00:00:00:02 type veth peer name eth0 address 02:00:00:00:00:03 netns out
ip addr add 192.168.9.1/24 dev eth0
ip link set eth0 up
ip -n out addr add 192.168.9.2/24 dev eth0
ip -n out link set eth0 up
iptables -A FORWARD -s 10.0.0.0/24 -p tcp --dport 23 -j DROP
iptables -t nat -A POSTROUTING -s 10.0.0.0/24 ! -o br0 -j MASQUERADE
iptables -t nat -A PREROUTING -i eth0 -p tcp --dport 8080 -j DNAT --to-destination 10.0.0.11:80
