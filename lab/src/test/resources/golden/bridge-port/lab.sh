sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link add br0 address 02:00:00:00:00:09 type bridge
ip link add v1 address 02:00:00:00:00:01 type veth peer name p1 address 02:00:00:00:01:01
ip link add v2 address 02:00:00:00:00:02 type veth peer name p2 address 02:00:00:00:01:02
ip link set v1 up
ip link set p1 up
ip link set v2 up
ip link set p2 up
ip link set v1 master br0
ip link set v2 master br0
ip link set br0 up
sleep 1.5
bridge link
bridge -d link
bridge -d -j link
bridge -s link
bridge link show dev v1
bridge link show dev br0
bridge link show nosuch
bridge link set dev v1 state 0
bridge link set dev v1 state 1
bridge link show dev v1
bridge link set dev v1 state 2
bridge link show dev v1
bridge link set dev v1 state 4
bridge link show dev v1
bridge link set dev v1 state blocking
bridge link set dev v1 state 5
bridge link set dev v1 state foo
bridge link set dev v1 state 3
bridge link set dev v1 cost 100
bridge link set dev v1 cost 0
bridge link set dev v1 cost 65536
bridge link set dev v1 priority 8
bridge link set dev v1 priority 64
bridge link show dev v1
bridge link set dev v1 mcast_router 2
bridge link set dev v1 hairpin maybe
bridge link set dev p1 hairpin on
bridge link set dev nosuch hairpin on
bridge link set hairpin on
bridge link set dev v1
bridge link set dev v1 self hairpin on
bridge link set dev v1 master hairpin on
ip link set v2 type bridge_slave state 2
ip link set v2 type bridge_slave fdb_flush
bridge -d link
ip link set br0 type bridge ageing_time 100 forward_delay 200 hello_time 100 max_age 600 priority 100 group_fwd_mask 0x4000 mcast_snooping 0
ip link set br0 type bridge forward_delay 1
ip link set br0 type bridge hello_time 1
ip link set br0 type bridge max_age 1
ip link set br0 type bridge group_fwd_mask 7
ip link set br0 type bridge group_fwd_mask 0xfff8
ip link set br0 type bridge fdb_flush
ip link set br0 type bridge no_linklocal_learn 1
bridge link set dev v1 guard off
bridge -d link show dev v1
bridge link set dev v1 guard on
bridge link set dev v1 root_block off
bridge -d link show dev v1
bridge link set dev v1 root_block on
bridge link set dev v1 fastleave off
bridge -d link show dev v1
bridge link set dev v1 fastleave on
bridge link set dev v1 learning off
bridge -d link show dev v1
bridge link set dev v1 learning on
bridge link set dev v1 flood off
bridge -d link show dev v1
bridge link set dev v1 flood on
bridge link set dev v1 mcast_flood off
bridge -d link show dev v1
bridge link set dev v1 mcast_flood on
bridge link set dev v1 bcast_flood off
bridge -d link show dev v1
bridge link set dev v1 bcast_flood on
bridge link set dev v1 mcast_to_unicast off
bridge -d link show dev v1
bridge link set dev v1 mcast_to_unicast on
bridge link set dev v1 isolated off
bridge -d link show dev v1
bridge link set dev v1 isolated on
bridge link set dev v1 hairpin off
bridge -d link show dev v1
bridge link set dev v1 hairpin on
bridge link set dev v1 learning_sync off
bridge -d link show dev v1
bridge link set dev v1 learning_sync on
bridge link set dev v1 locked off
bridge -d link show dev v1
bridge link set dev v1 locked on
ip link set v1 type bridge_slave mcast_fast_leave on group_fwd_mask 8 mcast_router 2
ip link set v1 type bridge_slave group_fwd_mask 7
ip link set v1 type bridge_slave cost 0
ip link set v1 down
ip link set v1 type bridge_slave state 3
bridge link set dev v1 state 3
bridge link set dev v1 state 0
bridge -d -j link
