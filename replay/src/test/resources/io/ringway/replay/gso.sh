# What gso-in.pcap.gz and gso-out.pcap.gz were recorded with, on Linux 6.18: a sends 30000 bytes by TCP to b through r, which
# was made to cut segments itself on their way out:
#   ip netns exec r ethtool -K rb tso off
#   ip netns exec r tcpdump -i ra -Q in -w gso-in.pcap tcp
#   ip netns exec r tcpdump -i rb -Q out -w gso-out.pcap tcp
ip netns add a
ip netns add b
ip netns add r
ip link add eth0 netns a address 02:00:00:00:00:0a type veth peer name ra netns r address 02:00:00:00:00:01
ip link add eth0 netns b address 02:00:00:00:00:0b type veth peer name rb netns r address 02:00:00:00:00:02
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n b addr add 10.0.2.2/24 dev eth0
ip -n r addr add 10.0.1.1/24 dev ra
ip -n r addr add 10.0.2.1/24 dev rb
ip -n a link set eth0 up
ip -n b link set eth0 up
ip -n r link set ra up
ip -n r link set rb up
ip -n a route add default via 10.0.1.1
ip -n b route add default via 10.0.2.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip -n r neigh add 10.0.1.2 lladdr 02:00:00:00:00:0a dev ra nud permanent
ip -n r neigh add 10.0.2.2 lladdr 02:00:00:00:00:0b dev rb nud permanent
ip -n a neigh add 10.0.1.1 lladdr 02:00:00:00:00:01 dev eth0 nud permanent
ip -n b neigh add 10.0.2.1 lladdr 02:00:00:00:00:02 dev eth0 nud permanent
