sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
ip netns add a
ip netns add a
ip netns add a/b
ip netns add ""
ip netns add
ip netns add ..
ip netns del nope
ip netns list
ip netns foo
ip -j netns list
ip netns exec
ip netns exec a
ip -n nope link
ip -n nope netns add q
ip netns add host
ip netns exec host sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec host sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip netns exec a sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec a sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip -n host link add v0 type veth peer name v1 netns a
ip netns exec host ip link set v0 address 02:00:00:00:00:01
ip -n a link set v1 address 02:00:00:00:00:02
ip -n host link set v0 up
ip -n a link set v1 up
sleep 1.1
ip -n host -j link
ip -n a -j link
ip -n a link
ip netns exec a ip netns exec host ip link show v0
ip -j netns list
ip -n a -j netns list
ip netns del a
sleep 0.5
ip -n host link
ip netns del host
sleep 0.5
ip netns list
ip link show v0
