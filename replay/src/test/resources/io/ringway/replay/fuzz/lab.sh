# What a fuzzed frame can meet beyond the small host (small.sh): forwarding outside, a next router, more rules and NAT.
sysctl -w net.ipv4.icmp_ratemask=0
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
iptables -t nat -A PREROUTING -m addrtype --dst-type LOCAL -p udp --dport 53 -j DNAT --to-destination 10.0.0.11:53-60
