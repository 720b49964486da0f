ip netns add a
ip netns add r
ip netns add s
ip netns add b
ip -n a link add eth0 type veth peer name r0 netns r
ip -n r link add r1 type veth peer name s0 netns s
ip -n s link add s1 type veth peer name eth0 netns b
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n r addr add 10.0.1.1/24 dev r0
ip -n r addr add 10.0.2.1/24 dev r1
ip -n s addr add 10.0.2.2/24 dev s0
ip -n s addr add 10.0.3.1/24 dev s1
ip -n b addr add 10.0.3.2/24 dev eth0
ip -n r link set r1 mtu 1000
ip -n s link set s0 mtu 1000
ip -n a link set eth0 up
ip -n r link set r0 up
ip -n r link set r1 up
ip -n s link set s0 up
ip -n s link set s1 up
ip -n b link set eth0 up
sleep 1.5
ip -n a route add default via 10.0.1.1
ip -n r route add 10.0.3.0/24 via 10.0.2.2
ip -n s route add 10.0.1.0/24 via 10.0.2.1
ip -n b route add default via 10.0.3.1
ip netns exec r sysctl -w net.ipv4.ip_forward=1
ip netns exec s sysctl -w net.ipv4.ip_forward=1
ip netns exec r sysctl net.ipv4.conf.all.accept_redirects
ip netns exec a sysctl net.ipv4.route.min_pmtu
ip netns exec a sysctl net.ipv4.route.mtu_expires
ip netns exec a sysctl -w net.ipv4.route.min_pmtu=67
ip netns exec a sysctl -w net.ipv4.ip_no_pmtu_disc=256
ip -n a route get 10.0.3.2
ip netns exec a ping -q -c 1 -s 1172 -W 0.3 10.0.3.2
ip -n a route get 10.0.3.2
ip -n a -j route get 10.0.3.2
ip -n a route get 10.0.3.3
ip netns exec a ping -q -c 1 -s 1172 -W 0.3 10.0.3.2
ip -n a link set eth0 mtu 900
ip -n a route get 10.0.3.2
ip -n a link set eth0 mtu 1500
ip -n a route get 10.0.3.2
ip -n a route replace default via 10.0.1.1
ip -n a route get 10.0.3.2
ip -n r link set r1 mtu 300
ip netns exec a ping -q -c 1 -s 1172 -W 0.3 10.0.3.2
ip -n a route get 10.0.3.2
ip -n a route replace default via 10.0.1.1
ip netns exec a sysctl -w net.ipv4.ip_no_pmtu_disc=2
ip netns exec a ping -q -c 1 -s 1172 -W 0.3 10.0.3.2
ip -n a route get 10.0.3.2
ip netns exec a sysctl -w net.ipv4.ip_no_pmtu_disc=0
ip -n a route replace default via 10.0.1.1 mtu lock 1400
ip netns exec a ping -q -c 1 -s 1172 -W 0.3 10.0.3.2
ip -n a route get 10.0.3.2
