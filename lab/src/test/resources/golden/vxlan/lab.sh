ip netns add h1
ip netns add c1
ip netns exec h1 sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec h1 sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip netns exec c1 sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec c1 sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link add e1 netns h1 address 02:00:00:00:01:01 type veth peer name e2 address 02:00:00:00:02:01
ip -n h1 addr add 10.0.0.1/24 dev e1
ip -n h1 link set e1 up
ip link set e2 up
ip -n h1 link add vx0 address 02:00:00:00:aa:01 type vxlan id 42 remote 10.0.0.2 dstport 4789
ip -n h1 link add vx1 address 02:00:00:00:aa:02 type vxlan id 43 remote 10.0.0.2 dev e1 dstport 4789 local 10.0.0.1 ttl 7 tos 16 srcport 5000 5001 nolearning ageing 60 maxaddress 4 noudpcsum df set
ip -n h1 link add vx3 address 02:00:00:00:aa:04 type vxlan id 45 ttl auto df unset
ip -n h1 link add vx4 type vxlan id 42 remote 10.0.0.3 dstport 4789
ip -n h1 link add vx4 type vxlan id 5 mtu 9000
ip -n h1 link add vx5 type vxlan
ip -n h1 link add vx5 type vxlan dstport 0
ip -n h1 link add vx5 type vxlan id 16777216
ip -n h1 link add vx5 type vxlan id 5 remote 10.0.0.300
ip -n h1 link add vx5 type vxlan id 5 remote 239.1.1.1
ip -n h1 link add vx5 type vxlan id 5 group 10.0.0.3
ip -n h1 link add vx5 type vxlan id 5 group 239.1.1.1
ip -n h1 link add vx5 type vxlan id 5 dev nope
ip -n h1 link add vx5 type vxlan id 5 dstport 99999
ip -n h1 link add vx5 type vxlan id 5 srcport 9 5
ip -n h1 link add vx5 type vxlan id 5 ttl 300
ip -n h1 link add vx5 type vxlan id 5 ttl foo
ip -n h1 link add vx5 type vxlan id 5 tos foo
ip -n h1 link add vx5 type vxlan id 5 df foo
ip -n h1 link add vx5 type vxlan id 5 id 6
ip -n h1 link add vx5 type vxlan id foo
ip -n h1 link add vx5 type vxlan id 5 local 239.1.1.1
ip -n h1 link add vx5 type vxlan id 5 remote 10.0.0.2 group 239.1.1.1 dev e1
ip -n h1 link add vx5 type vxlan id 5 ageing x
ip -n h1 link add vx5 type vxlan id 5 maxaddress x
ip -n h1 link add vx5 address 02:00:00:00:aa:05 mtu 1500 type vxlan id 5 dev e1 dstport 0
ip -n h1 link add vx6 address 02:00:00:00:aa:06 mtu 1400 type vxlan id 6 dev e1 dstport 0
ip -n h1 link set vx6 mtu 1460
ip -n h1 link set vx0 mtu 65535
ip -n h1 link set vx0 mtu 1500
ip -n h1 link set vx0 up
ip -n h1 link set vx1 up
ip -n h1 link show
ip -n h1 -br link show
ip -n h1 -j link show
ip -n h1 link show type vxlan
ip netns exec h1 bridge fdb add 02:00:00:00:00:05 dev vx0 dst 10.0.0.5
ip netns exec h1 bridge fdb add 02:00:00:00:00:05 dev vx0 dst 10.0.0.5
ip netns exec h1 bridge fdb add 02:00:00:00:00:06 dev vx0 dst 10.0.0.6 vni 77 port 9999 via e1 self static
ip netns exec h1 bridge fdb add 02:00:00:00:00:07 dev vx0 dst 10.0.0.7 dynamic
ip netns exec h1 bridge fdb add 02:00:00:00:00:08 dev vx0 dst 10.0.0.7 self extern_learn
ip netns exec h1 bridge fdb add 02:00:00:00:00:09 dev vx0
ip netns exec h1 bridge fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.3
ip netns exec h1 bridge fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.3
ip netns exec h1 bridge fdb append to 0:0:0:0:0:0 dev vx0 dst 10.0.0.4 vni 42 port 4789
ip netns exec h1 bridge fdb append 00:00:00:00:00:00 dev vx1 dst 10.0.0.4
ip netns exec h1 bridge fdb replace 00:00:00:00:00:00 dev vx1 dst 10.0.0.5
ip netns exec h1 bridge fdb replace 02:00:00:00:00:05 dev vx0 dst 10.0.0.55
ip netns exec h1 bridge fdb append 02:00:00:00:00:05 dev vx0 dst 10.0.0.56
ip netns exec h1 bridge fdb replace 02:00:00:00:00:15 dev vx0 dst 10.0.0.55
ip netns exec h1 bridge fdb append 02:00:00:00:00:16 dev vx0 dst 10.0.0.55
ip netns exec h1 bridge fdb append 01:00:5e:00:00:05 dev vx0 dst 10.0.0.9 via e1
ip netns exec h1 bridge fdb append 01:00:5e:00:00:05 dev vx0 dst 10.0.0.9
ip netns exec h1 bridge fdb add 02:00:00:00:00:20 dev vx0 dst 10.0.0.9 via nope
ip netns exec h1 bridge fdb add 02:00:00:00:00:20 dev vx0 dst 10.0.0.999
ip netns exec h1 bridge fdb add 02:00:00:00:00:20 dev vx0 dst 10.0.0.9 port 0
ip netns exec h1 bridge fdb add 02:00:00:00:00:21 dev vx1 dst 10.0.0.9
ip netns exec h1 bridge fdb add 02:00:00:00:00:22 dev vx1 dst 10.0.0.9
ip netns exec h1 bridge fdb add 02:00:00:00:00:23 dev vx1 dst 10.0.0.9
ip netns exec h1 bridge fdb add 02:00:00:00:00:24 dev vx1 dst 10.0.0.9
ip netns exec h1 bridge fdb add 02:00:00:00:00:26 dev vx0 dst 10.0.0.9 dst 10.0.0.10
ip netns exec h1 bridge fdb show dev vx0
ip netns exec h1 bridge fdb show dev vx1
ip netns exec h1 bridge -j fdb show dev vx0
ip netns exec h1 bridge fdb del 02:00:00:00:00:05 dev vx0 dst 10.0.0.99
ip netns exec h1 bridge fdb del 02:00:00:00:00:05 dev vx0 dst 10.0.0.55
ip netns exec h1 bridge fdb del 02:00:00:00:00:06 dev vx0
ip netns exec h1 bridge fdb del 02:00:00:00:00:06 dev vx0
ip netns exec h1 bridge fdb del 00:00:00:00:00:00 dev vx0 dst 10.0.0.2
ip -n h1 link add br0 address 02:00:00:00:bb:01 type bridge
ip -n h1 link set vx0 master br0
ip -n h1 link show vx0
ip netns exec h1 bridge fdb show dev vx0
ip -n h1 link set vx0 down
ip netns exec h1 bridge fdb show dev vx0
ip -n h1 link set vx0 nomaster
ip -n h1 link set vx0 netns c1
ip netns exec c1 bridge fdb show
ip netns exec c1 bridge -j fdb show
ip -n c1 link set vx0 up
ip -n c1 link show vx0
ip -n c1 -j link show vx0
ip -n c1 -br link show vx0
ip -n h1 link del e1
ip -n h1 -br link show
