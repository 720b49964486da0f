sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip netns add n
ip netns exec n sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec n sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link add br0 address 02:00:00:00:00:03 type bridge
ip link add eth0 address 02:00:00:00:00:01 type veth peer name out netns n address 02:00:00:00:00:02
ip link add link eth0 name m0 address 02:00:00:00:00:04 type macvlan mode bridge
ip link add link eth0 name m1 address 02:00:00:00:00:06 type macvlan mode bridge
ip link add vx0 address 02:00:00:00:00:05 type vxlan id 5 dstport 4789
ip tuntap add tap0 mode tap
ip maddr
ip link set eth0 up
ip -n n link set out up
ip link set br0 up
ip link set m0 up
ip link set vx0 up
ip link set lo up
sleep 1.2
ip maddr
ip -j maddr
ip -4 maddr
ip -6 maddr
ip -0 maddr
ip -4 -j maddr
ip maddr show dev eth0
ip maddr show eth0
ip maddr list m0
ip -o maddr show m0
ip -j -p maddr show dev eth0
ip link set m1 up
ip maddr show dev eth0
ip maddr show dev m1
ip link set m1 down
ip maddr show dev eth0
ip maddr show dev m1
ip maddr add 01:00:5e:01:02:03 dev eth0
ip maddr add 01:00:5e:01:02:03 dev eth0
ip maddr add 33:33:00:00:00:99 dev m0
ip maddr show dev eth0
ip maddr show dev m0
ip -j maddr show dev eth0
bridge fdb show dev eth0
ip maddr del 01:00:5e:01:02:03 dev eth0
ip maddr show dev eth0
ip maddr del 01:00:5e:01:02:03 dev eth0
ip maddr del 01:00:5e:00:00:01 dev eth0
ip maddr del 33:33:00:00:00:99 dev eth0
ip maddr add 02:00:00:00:00:01 dev eth0
ip maddr add 224.1.1.1 dev eth0
ip maddr add 1:2 dev eth0
ip maddr add zz dev eth0
ip maddr add dev eth0
ip maddr add 01:00:5e:01:02:03
ip maddr add 01:00:5e:01:02:03 dev nope
ip maddr add
ip maddr frob
ip maddr show dev nope
ip maddr show nope
ip maddr show dev eth0 dev m0
ip maddr show dev
ip maddr add 01:00:5e:01:02:03 dev eth0 eth1
ip maddr add 01:00:5e:01:02:03 01:00:5e:01:02:04 dev eth0
ip maddr add address 01:00:5e:01:02:05 dev eth0
ip maddr add 01:00:5e:01:02:03 dev lo
ip maddr show dev eth0
ip addr add 239.1.2.3/32 dev eth0 autojoin
ip addr show dev eth0
ip -j addr show dev eth0
ip maddr show dev eth0
ip addr add 239.1.2.3/32 dev eth0 autojoin
ip addr add 239.1.2.3/24 dev eth0 autojoin
ip addr add 239.129.2.3/32 dev eth0 autojoin
ip maddr show dev eth0
ip addr add 239.1.2.9/32 dev eth0
ip addr replace 239.1.2.9/32 dev eth0 autojoin
ip addr replace 239.1.2.10/32 dev eth0 autojoin
ip -o addr show dev eth0
ip maddr show dev eth0
ip addr del 239.1.2.9/32 dev eth0
ip addr del 239.1.2.3/32 dev eth0
ip maddr show dev eth0
ip addr add 10.0.0.1/24 dev eth0 autojoin
ip addr add autojoin dev eth0
ip addr add 224.0.0.1/32 dev eth0 autojoin
ip maddr show dev eth0
ip addr del 224.0.0.1/32 dev eth0
ip link set eth0 down
sleep 0.05
ip maddr show dev eth0
ip link set eth0 up
sleep 0.05
ip maddr show dev eth0
ip addr flush dev eth0
ip maddr show dev eth0
sysctl -w net.ipv4.igmp_max_memberships=2
ip addr add 239.3.0.1/32 dev lo autojoin
ip addr add 239.3.0.2/32 dev lo autojoin
ip addr add 239.3.0.3/32 dev lo autojoin
ip maddr show dev lo
sysctl -w net.ipv4.igmp_qrv=0
sysctl net.ipv4.igmp_qrv net.ipv4.conf.eth0.igmpv3_unsolicited_report_interval net.ipv4.conf.eth0.igmpv2_unsolicited_report_interval net.ipv4.conf.eth0.force_igmp_version
ip link set br0 type bridge mcast_snooping 0
ip maddr show dev br0
ip link set br0 type bridge mcast_snooping 1
ip maddr show dev br0
ip link set br0 mtu 1000
ip maddr show dev br0
ip link set br0 mtu 1500
ip maddr show dev br0
ip link set m0 netns n
ip maddr show dev eth0
ip -n n maddr show
