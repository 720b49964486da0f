ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
ip link add link eth0 name m0 address 02:00:00:00:00:0a type macvlan mode source
ip -d link show m0
ip -d -j link show m0
ip link set m0 type macvlan macaddr add 02:00:00:00:00:aa
ip link set m0 type macvlan macaddr add 02:00:00:00:00:aa
ip link set m0 type macvlan macaddr add 02:00:00:00:00:bb
ip -d link show m0
ip -d -j link show m0
ip link set m0 type macvlan macaddr del 02:00:00:00:00:aa
ip link set m0 type macvlan macaddr del 02:00:00:00:00:aa
ip link set m0 type macvlan macaddr set 02:00:00:00:00:cc 02:00:00:00:00:dd 02:00:00:00:00:ee
ip -d link show m0
ip link set m0 type macvlan macaddr set
ip -d link show m0
ip link set m0 type macvlan macaddr set 2:1:1:1:1:1 bcqueuelen 7
ip -d link show m0
ip link set m0 type macvlan macaddr flush
ip -d link show m0
ip link set m0 type macvlan macaddr
ip link set m0 type macvlan macaddr bad
ip link set m0 type macvlan macaddr add
ip link set m0 type macvlan macaddr add 1:2
ip link set m0 type macvlan macaddr add zz
ip link set m0 type macvlan macaddr add 2:100:1:1:1:1
ip link set m0 type macvlan macaddr add 2::1:1:1:1
ip link set m0 type macvlan macaddr add 1.2.3.4
ip link set m0 type macvlan macaddr add 01:00:5e:00:00:01
ip link set m0 type macvlan macaddr add 00:00:00:00:00:00
ip link set m0 type macvlan macaddr set 02:00:00:00:00:cc 01:00:00:00:00:01
ip link set m0 type macvlan macaddr set 02:00:00:00:00:cc
ip link set m0 type macvlan mode bridge
ip -d link show m0
ip link set m0 type macvlan macaddr add 02:00:00:00:00:aa
ip link set m0 type macvlan mode source macaddr add 02:00:00:00:00:aa
ip link set m0 type macvlan mode bridge macaddr add 02:00:00:00:00:aa
ip -d link show m0
ip link set m0 type macvlan mo source fl nodst maca add 02:00:00:00:00:ab
ip -d link show m0
ip -d -j link show m0
ip link set m0 type macvlan flag nopromisc
ip link set m0 type macvlan nopromisc
ip link set m0 type macvlan flag null
ip -d link show m0
ip link set m0 type macvlan flag bad
ip link set m0 type macvlan flag
ip link set m0 type macvlan bcqueuelen 5
ip link add link eth0 name m1 address 02:00:00:00:00:0b type macvlan mode source bcqueuelen 2000
ip -d link show m1
ip -d link show m0
ip link set m1 type macvlan bcqueuelen 0
ip -d link show m1
ip link set m1 type macvlan bcqueuelen x
ip link set m1 type macvlan bcqueuelen -1
ip link set m1 type macvlan bcqueuelen 5000000000
ip link set m1 type macvlan bclim 5
ip link set m1 type macvlan mode frob
ip link add link eth0 name m2 type macvlan mode private flag nopromisc
ip link add link eth0 name m2 type macvlan macaddr add 02:00:00:00:00:aa
ip link add link eth0 name m2 type macvlan mode passthru flag nopromisc
ip link del m0
ip link del m1
ip link add link eth0 name m3 type macvlan mode passthru flag nopromisc
ip link set m3 up
ip -d link show m3
ip -d link show eth0
ip link set m3 type macvlan mode source
ip link set m3 type macvlan macaddr add 02:00:00:00:00:aa
ip link set eth0 up
ip link set m3 type macvlan flag null
ip -d link show m3
ip -d link show eth0
ip link set m3 type macvlan mode passthru flag nopromisc
ip -d link show eth0
ip link del m3
ip -d link show eth0
ip link add link eth0 name m4 address 02:00:00:00:00:0d type macvlan mode source macaddr set 02:00:00:00:00:aa 02:00:00:00:00:ab
ip -d link show m4
