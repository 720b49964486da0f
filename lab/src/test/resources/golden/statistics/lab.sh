sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link set lo up
ip -s -s link show lo
ip -j -s -s link show lo
ip link add br0 address 02:00:00:00:00:01 type bridge
ip link add va address 02:00:00:00:01:0a type veth peer name vb address 02:00:00:00:01:0b
ip -s -s link show dev va
ip -j -s -s link show dev va
ip -j -s -s -p link show dev va
ip -s -s link show dev br0
ip link set br0 up
ip -s -s link show dev br0
ip link set va up
ip -s -s link show dev va
ip link set vb up
ip -s -s link show dev va
ip -s -s link show dev vb
ip link set va master br0
sleep 0.1
ip -s -s link show dev br0
ip link set vb down
sleep 0.1
ip -s -s link show dev va
ip -s -s link show dev vb
ip -s -s link show dev br0
ip link set vb up
sleep 0.1
ip link set va down
sleep 0.1
ip -s -s link show dev va
ip -s -s link show dev vb
ip -s -s link show dev br0
ip link set va nomaster
ip link set va up
ip link set br0 down
ip -s -s link show dev br0
ip link add vx0 address 02:00:00:00:02:01 type vxlan id 42 dstport 4789
ip link set vx0 up
ip -s -s link show dev vx0
ip link set vx0 down
ip -s -s link show dev vx0
ip link add mv0 link va address 02:00:00:00:03:01 type macvlan mode bridge
ip -s -s link show dev mv0
ip link set mv0 up
ip -s -s link show dev mv0
ip link set vb down
ip -s -s link show dev mv0
ip link set vb up
ip -s -s link show dev mv0
ip link set va down
ip -s -s link show dev mv0
ip link add mv1 link va address 02:00:00:00:03:02 type macvlan mode bridge
ip -s -s link show dev mv1
ip tuntap add tap0 mode tap
ip link set tap0 address 02:00:00:00:04:01
ip -s -s link show dev tap0
ip link set tap0 up
ip -s -s link show dev tap0
ip link set tap0 down
ip -s -s link show dev tap0
ip netns add a
ip netns exec a sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec a sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link set vb netns a
ip -n a -s -s link show dev vb
ip -n a link set vb up
ip -n a -s -s link show dev vb
ip link set va up
ip -s -s link show dev va
ip -n a -s -s -o link show dev vb
ip -s -s -o addr show dev va
ip -s -s addr show dev va
ip -j -s -s addr show dev va
ip -br -s -s link show dev va
ip link add link-b address 02:00:00:00:06:0b type veth peer name link-c address 02:00:00:00:06:0c
ip link add br1 address 02:00:00:00:05:01 type bridge
ip link set br1 up
ip -s -s link show dev br1
ip link set link-b master br1 up
ip -s -s link show dev br1
ip link set link-c up
sleep 0.1
ip -s -s link show dev br1
ip link set link-b nomaster
sleep 0.1
ip -s -s link show dev br1
ip link set link-b up
ip link set link-b master br1
sleep 0.1
ip -s -s link show dev br1
ip link del link-b
sleep 0.1
ip -s -s link show dev br1
