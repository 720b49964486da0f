sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link add br0 address 02:00:00:00:00:01 type bridge
ip link add va address 02:00:00:00:01:0a type veth peer name vb address 02:00:00:00:01:0b
ip link add vx0 address 02:00:00:00:02:01 type vxlan id 42 remote 192.0.2.2 local 192.0.2.1 dstport 4789
ip link add vx1 address 02:00:00:00:02:02 type vxlan id 43 dev br0 srcport 5000 5001 dstport 4790 ttl 9 tos 0x10 df set nolearning ageing 60 maxaddress 20 noudpcsum l2miss l3miss
ip -d link show br0
ip -d -j link show br0
ip -d link show va
ip -d link show vx0
ip -d -j link show vx0
ip -d link show vx1
ip -d -j link show vx1
ip link set va master br0
ip -d link show va
ip -d -j link show va
ip link set va up
ip link set vb up
ip link set br0 up
sleep 1.5
ip -d link show dev va
ip -d -j link show dev va
ip -d link show dev br0
ip -d -j link show dev br0
ip -d -o link show dev br0
ip -d -br link show dev br0
ip link set br0 type bridge ageing_time 100 forward_delay 200 hello_time 100 max_age 600 priority 100 group_fwd_mask 0x4000 mcast_snooping 0 no_linklocal_learn 1
sleep 0.05
ip -d link show dev br0
ip -d -j link show dev br0
ip -d link show dev va
ip link set va type bridge_slave state 2 priority 8 cost 100 hairpin on guard on root_block on mcast_fast_leave on learning off flood off mcast_flood off bcast_flood off mcast_to_unicast on isolated on locked on group_fwd_mask 8 mcast_router 2
ip -d link show dev va
ip -d -j link show dev va
ip link set vx0 master br0
ip -d link show dev vx0
ip link set vx0 up
ip link add vx2 address 02:00:00:00:02:03 type vxlan id 44 dstport 4791 ttl inherit tos inherit df inherit ageing none
ip -d link show vx2
ip -d -j link show vx2
ip addr add 10.0.0.1/24 dev br0
ip -d addr show dev br0
ip -d -j addr show dev br0
ip -d addr show dev va
ip -d -s addr show dev lo
ip -d -o addr
ip -d -br addr
ip -d route
ip -d -j route
ip neigh add 10.0.0.77 lladdr 02:00:00:00:00:77 dev br0
ip -d neigh
ip -d -j neigh
ip -d rule
ip -d -j rule
ip -d -s link show dev va
ip netns add a
ip netns exec a sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec a sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link set vb netns a
ip -d link show dev va
ip -n a -d link show dev vb
ip link set va nomaster
ip -d link show dev va
ip link add br1 type bridge
ip -d link show dev br1 | grep -o 'bridge_id.*root_port'
ip link set br1 up
ip link add vc address 02:00:00:00:01:0c type veth peer name vd address 02:00:00:00:01:0d
ip link set vc master br1
ip -d link show dev br1 | grep -o 'bridge_id.*root_port'
ip -d link show dev br1 | grep -o 'tso_max_size [0-9]*'
ip link set vd master br1
ip link set vc nomaster
ip link set vc master br1
ip -d link show dev vc | grep -o 'port_id .*port_no [^ ]*'
ip link set vd nomaster
ip link set vc nomaster
ip -d link show dev br1 | grep -o 'bridge_id.*root_port'
ip -d link show dev br1 | grep -o 'tso_max_size [0-9]*'
ip link set vc master br1
ip link set vc type bridge_slave group_fwd_mask 0xfff8
ip -d link show dev vc | grep -o 'group_fwd_mask.*_str [^ ]*'
ip link add vx3 address 02:00:00:00:02:04 type vxlan id 9 dev vd dstport 4793
ip -d link show dev vx3
ip link add mv0 link vx3 address 02:00:00:00:03:01 type macvlan
ip -d link show dev mv0
ip link set vx3 netns a
ip -n a -d link show dev vx3
ip -n a -d -j link show dev vx3
ip -d -4 addr show dev br0
ip -d -4 -j addr show dev br0
ip -d -j addr show dev lo
ip link set br1 alias eve
ip -d -o link show dev br1 | grep -c 'gro_max_size 65536 .    alias eve'
ip -d -s -j link show dev br1 | grep -o '"gro_max_size".*'
