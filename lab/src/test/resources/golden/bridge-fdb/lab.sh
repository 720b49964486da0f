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
bridge fdb show
bridge -d fdb show
bridge -s fdb show
bridge fdb add 02:aa:00:00:00:01 dev v1 master
bridge fdb add 02:aa:00:00:00:02 dev v1 master static
bridge fdb add 02:aa:00:00:00:03 dev v1 master dynamic
bridge fdb add 02:aa:00:00:00:04 dev v1 master local
bridge fdb add 02:aa:00:00:00:05 dev v1 master static sticky
bridge fdb add 02:aa:00:00:00:06 dev v1 master extern_learn
bridge fdb add 02:aa:00:00:00:16 dev v1 master dynamic extern_learn
bridge fdb add 02:aa:00:00:00:07 dev v1 master dynamic use
bridge fdb add 02:aa:00:00:00:0a dev br0 self
bridge fdb add 02:aa:00:00:00:0b dev br0 self local
bridge fdb add 02:aa:00:00:00:0b dev br0 master
bridge fdb add 02:aa:00:00:00:0c dev br0 self static
bridge fdb add 02:aa:00:00:00:0d dev br0
bridge fdb add 01:00:5e:00:00:0e dev v1 master static
bridge fdb add 00:00:00:00:00:00 dev v1 master static
bridge fdb add 02:aa:00:00:00:02 dev v1 master static
bridge fdb add 02:aa:00:00:00:02 dev v2 master static
bridge fdb append 02:aa:00:00:00:02 dev v2 master static
bridge fdb append 02:aa:00:00:00:20 dev v2 master static
bridge fdb replace 02:aa:00:00:00:02 dev v2 master static
bridge fdb replace 02:aa:00:00:00:21 dev v2 master dynamic
bridge fdb replace 02:00:00:00:00:01 dev v2 master dynamic
bridge fdb add 02:00:00:00:00:01 dev v2 master dynamic
bridge fdb add 02:aa:00:00:00:22 dev v2 master static sticky
bridge fdb replace 02:aa:00:00:00:22 dev v2 master dynamic
bridge fdb add 02:aa:00:00:00:23 dev v2 master dynamic sticky
bridge fdb add 02:aa:00:00:00:24 dev v2 master sticky
bridge fdb show
bridge -s -d fdb show br br0
bridge -j -s fdb show br br0
bridge fdb show state static
bridge fdb show state permanent
bridge fdb show state reachable
bridge fdb show state stale
bridge fdb show dynamic
bridge fdb show dev v2 dynamic
bridge fdb show brport v1
bridge fdb show brport v1 br br0
bridge fdb show v1
bridge fdb show state foo
bridge fdb get 02:aa:00:00:00:02 br br0
bridge fdb get 02:aa:00:00:00:02 dev v2 master
bridge fdb get 02:aa:00:00:00:02 dev v2
bridge fdb get 02:aa:00:00:00:99 br br0
bridge -j fdb get 02:aa:00:00:00:03 br br0
bridge fdb del 02:aa:00:00:00:02 dev v1 master
bridge fdb del 02:aa:00:00:00:02 dev v2 master
bridge fdb del 02:aa:00:00:00:02 dev v2 master
bridge fdb del 02:aa:00:00:00:0b dev br0 self
bridge fdb del 02:00:00:00:00:09 dev br0 self
bridge fdb del 02:00:00:00:00:01 dev v1 master
bridge fdb show
bridge fdb flush dev br0
bridge fdb flush dev br0 
bridge fdb show
bridge fdb get 02:aa:00:00:00:09 dev p1
