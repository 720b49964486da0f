# Everything that a fuzzed frame can meet: a bridge with two containers, a router with NAT and rules, a next router.
sysctl -w net.ipv4.ip_forward=1
sysctl -w net.bridge.bridge-nf-call-iptables=0
sysctl -w net.ipv4.icmp_ratemask=0
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
ip -n out link set lo up
ip netns exec out sysctl -w net.ipv4.ip_forward=1
ip -n out route add default via 192.168.9.1
ip netns add far
ip link add eth1 mtu 1300 address 02:00:00:00:00:04 netns out type veth peer name eth0 address 02:00:00:00:00:05 netns far
ip -n out addr add 172.20.0.1/24 dev eth1
ip -n out link set eth1 up
ip -n far addr add 172.20.0.2/24 dev eth0
ip -n far link set eth0 up
ip -n far route add default via 172.20.0.1
ip route add 172.20.0.0/24 via 192.168.9.2
iptables -P FORWARD DROP
iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
iptables -A FORWARD -s 10.0.0.0/24 -p tcp -m multiport --dports 23,135:139 -j DROP
iptables -A FORWARD -p icmp -m icmp --icmp-type 13 -j DROP
iptables -A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN,RST -j DROP
iptables -A FORWARD -m conntrack --ctstate INVALID -j DROP
iptables -A FORWARD -j ACCEPT
iptables -t nat -A POSTROUTING -s 10.0.0.0/24 ! -o br0 -j MASQUERADE
iptables -t nat -A PREROUTING -i eth0 -p tcp --dport 8080 -j DNAT --to-destination 10.0.0.11:80
iptables -t nat -A PREROUTING -m addrtype --dst-type LOCAL -p udp --dport 53 -j DNAT --to-destination 10.0.0.11:53-60
