sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
ip netns add a
ip netns exec a sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec a sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link set foo up
ip link set
ip link set lo
ip link set lo foo
ip link set lo up down
ip link set lo mtu
ip link set lo mtu x
ip link set lo mtu 70000000000
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip link add v0 type veth peer name v2
ip link add v3 type veth peer name v1
ip link
ip -j link
ip link set v0 mtu 70000
ip link set v0 mtu 67
ip link set v0 mtu 68
ip link set v0 address 01:00:00:00:00:01
ip link set v0 address 00:00:00:00:00:00
ip link set v0 address 02:00:00:00:00
ip link set v0 address zz
ip link set v0 address 02:00:00:00:00:0
ip link set v0 address 02:00:00:00:00:00:01
ip link set v0 name waytoolongnameforadevice
ip link set v0 name v1
ip link set v0 name a/b
ip link set v0 name ..
ip link set v0 name ''
ip link set v0 name 'a b'
ip link set v0 name 'a:b'
ip link set v0 netns nope
ip link set v0 master nope
ip link set v0 master v1
ip link set v0 nomaster
ip link set lo netns a
ip link set lo name lo2
ip link set lo2 name lo
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link set lo master br0
ip link set br0 master br0
ip link add br1 address 02:00:00:00:00:11 type bridge
ip link set br1 master br0
ip link set br1 netns a
ip link add br0 type bridge
ip link add x type nosuch
ip link add x
ip link add
ip link add type
ip link add x type veth peer name
ip link add x type veth foo bar
ip link add x index 2 type bridge
ip link add x index 0 type bridge
ip link add x index -5 type bridge
ip link add x type veth peer name y netns nope
ip link add x netns nope type veth peer name y
ip link add x address 02:00:00:00:00:20 netns a type veth peer name y address 02:00:00:00:00:21
ip link add v1 netns a type veth peer name v1
ip link
ip -n a link
ip link del lo
ip link del nope
ip link del
ip link del br0 br1
ip link del dev br0
ip link delete br0
ip link show nope
ip link show dev nope
ip link show foo bar
ip link show type bridge
ip link show up
ip foo
ip link foo
ip -foo link
ip lin show lo
ip l sh lo
ip -br link
ip link set dev v1 up mtu 1400 address 02:00:00:00:00:55 name v9
ip link show v9
ip link set v9 index 5
ip link add z index 50 address 02:00:00:00:00:30 type veth peer name zz index 40 address 02:00:00:00:00:31
ip link add z2 address 02:00:00:00:00:32 type veth peer name zz2 address 02:00:00:00:00:33
ip link
ip link add very_long_name_12345 type bridge
ip link add 'a/b' type bridge
ip link add dev x9 mtu 1300 address 02:00:00:00:00:77 type bridge ageing_time 3000 stp_state 0
ip link add x10 type bridge ageing_time x
ip link set z master x9
ip link show x9
ip link set z mtu 1200
ip link show x9
ip link set z nomaster
ip link show x9
ip link set x9 up
sleep 1.1
ip link show x9
ip link set z2 netns a name w2
ip -n a -j link
ip -n a link
ip -j link
ip link set zz2 up
ip -n a link set w2 up
sleep 1.1
ip -j link show zz2
ip -n a link set w2 down
sleep 1.1
ip -j link show zz2
ip link del zz2
ip -n a link
ip -s link show x9
ip -j -s link show x9
ip link add veth0 type veth peer name lo
ip link set z name vz1
ip link set z up
ip link set vz1 up
ip link set zz up
ip -j link show vz1
ip link set lo up
ip link show lo
ip link set lo down
ip link show lo
