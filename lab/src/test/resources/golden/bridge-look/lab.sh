sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
bridge -V
bridge -Version link
bridge -c=never link
bridge -c=foo link
bridge -foo
bridge foo
bridge -p -j link
bridge vlan
bridge vlan show dev lo
bridge -j vlan
bridge -p -j vlan show
bridge mdb
bridge mdb show
bridge -j mdb
ip link add br0 address 02:00:00:00:00:01 type bridge
ip link add va address 02:00:00:00:01:0a type veth peer name vb address 02:00:00:00:01:0b
ip link set va master br0
ip link set va up
ip link set vb up
ip link set br0 up
sleep 1
bridge mdb
bridge -j mdb
bridge -d mdb
bridge -o link
bridge -o -d link
bridge -j -p link
bridge -s link
bridge -s -d -j link
bridge -j -p fdb show dev va
bridge -o fdb show dev va
ip link add vx0 address 02:00:00:00:02:01 type vxlan id 42 dstport 4789
bridge fdb add 02:00:00:00:00:99 dev vx0 dst 192.0.2.9
bridge fdb append 00:00:00:00:00:00 dev vx0 dst 192.0.2.8 port 1234 vni 9
bridge -s fdb show dev vx0
sleep 2.1
bridge -s fdb show dev vx0
bridge -s -j fdb show dev vx0
bridge fdb replace 02:00:00:00:00:99 dev vx0 dst 192.0.2.9 static
bridge -s fdb show dev vx0
ip netns add a
ip link add p0 address 02:00:00:00:03:0a type veth peer name p1 address 02:00:00:00:03:0b netns a
ip link add vx1 address 02:00:00:00:02:02 type vxlan id 43 dstport 4790
ip link set vx1 master br0
bridge link show dev vx1
bridge -j link show dev vx1
