sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip netns list-id
ip -j netns list-id
ip netns add a
ip netns add b
ip link add va address 02:00:00:00:01:0a type veth peer name vb address 02:00:00:00:01:0b netns a
ip netns list-id
ip -j netns list-id
ip netns set b 5
ip netns list-id
ip -j -p netns list-id
ip -n a link show vb
ip -n a netns list-id
ip netns identify
ip netns exec a ip netns identify
ip -n b netns identify
ip netns pids a
ip netns pids
ip netns pids nope
ip -all netns exec ip -br link
ip -all netns exec sysctl -n net.ipv4.ip_default_ttl
ip -a netns exec ip link show lo
ip -all netns exec
ip netns exec b cat /proc/sys/net/ipv4/ip_forward
ip netns exec a ip -br link
ip netns exec nope cat /proc/sys/net/ipv4/ip_forward
