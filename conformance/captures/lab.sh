# Two hosts and a router between them that translates: web sends what a capture holds; srv takes it, whatever the destination.
ip netns add web
ip netns add srv
ip link add vweb type veth peer name eth0 netns web
ip link add vsrv type veth peer name eth0 netns srv
ip addr add 10.0.1.1/24 dev vweb
ip addr add 10.0.2.1/24 dev vsrv
ip link set vweb up
ip link set vsrv up
ip -n web link set lo up
ip -n web link set eth0 up
ip -n web addr add 10.0.1.2/24 dev eth0
ip -n web route add default via 10.0.1.1
ip -n srv link set lo up
ip -n srv link set eth0 up
ip -n srv addr add 10.0.2.2/24 dev eth0
ip -n srv route add default via 10.0.2.1
ip -n srv route add local 0.0.0.0/1 dev lo
ip -n srv route add local 128.0.0.0/1 dev lo
ip route add default via 10.0.2.2
sysctl -w net.ipv4.ip_forward=1
sysctl -w net.ipv4.conf.all.rp_filter=0
sysctl -w net.ipv4.conf.vweb.rp_filter=0
iptables -t nat -A PREROUTING -p udp --dport 53 -j DNAT --to-destination 10.9.9.9
iptables -t nat -A POSTROUTING -o vsrv -j MASQUERADE
iptables -A FORWARD -m conntrack --ctstate INVALID -j DROP
iptables -A FORWARD -p tcp --dport 23 -j REJECT
