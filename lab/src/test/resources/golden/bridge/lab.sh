sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
ip netns add a
ip netns exec a sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec a sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link add br0 address 02:00:00:00:00:10 type bridge
ip link add br1 type bridge
ip link set br1 address 02:00:00:00:00:11
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip link add w0 address 02:00:00:00:00:03 type veth peer name eth0 address 02:00:00:00:00:04 netns a
bridge fdb
ip link set v0 master br0
ip link set w0 master br1
bridge fdb
ip link set v0 up
bridge fdb
ip link set br0 up
ip link set br1 up
ip link set v1 up
ip link set w0 up
ip -n a link set eth0 up
sleep 0.2
bridge fdb
bridge -j fdb
ip netns exec a bridge fdb
bridge -j link
bridge link
bridge fdb add 02:00:00:00:00:aa dev v0 master static
bridge fdb add 02:00:00:00:00:aa dev v0 master static
bridge fdb replace 02:00:00:00:00:aa dev v0 master dynamic
bridge fdb append 02:00:00:00:00:ab dev v0 master dynamic
bridge fdb add 02:00:00:00:00:ad dev v0 master
bridge fdb add 02:00:00:00:00:b1 dev v1 master
bridge fdb add 02:00:00:00:00:b1 dev nope master
bridge fdb add 02:00:00:00:00:b1
bridge fdb add xx dev v0 master
bridge fdb add 01:00:5e:00:00:05 dev v0 master
bridge fdb add 00:00:00:00:00:00 dev v0 master
bridge fdb add 02:00:00:00:00:b3 dev v0 master foo
bridge fdb del 02:00:00:00:00:99 dev v0 master
bridge fdb add 02:00:00:00:00:b4 dev v0 master local
bridge fdb add 02:00:00:00:00:b5 dev v0 master temp
bridge fdb
bridge -j fdb
bridge fdb show br br0
bridge fdb show brport v0
bridge fdb show dev v0
bridge fdb foo
bridge foo
bridge link
bridge -j link
bridge link set dev v0 hairpin on
bridge link set dev v0 isolated on
bridge link set dev v0 hairpin maybe
bridge link set dev nope hairpin on
bridge link set dev v1 hairpin on
bridge link set hairpin on
bridge link set dev v0
bridge fdb del 02:00:00:00:00:aa dev v0 master
bridge fdb del 02:00:00:00:00:aa dev v0 master
bridge fdb del 02:00:00:00:00:ab dev w0 master
ip link set v0 address 02:00:00:00:00:05
bridge fdb
ip link set br0 address 02:00:00:00:00:12
bridge fdb
ip link set v0 type bridge_slave hairpin off
ip link set v0 nomaster
ip link set v0 type bridge_slave hairpin on
bridge fdb
ip link set br0 type bridge ageing_time 100
ip link del br1
ip link show w0
bridge fdb
bridge link
