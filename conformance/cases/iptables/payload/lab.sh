#!/bin/bash
# left and right around a router that counts.
ip netns add router
ip netns add left
ip netns add right
ip netns exec router sysctl -w net.ipv4.ip_forward=1

ip -n router link add r0 type veth peer name eth0 netns left
ip -n router link set r0 address 02:00:0a:01:00:01
ip -n router addr add 10.1.0.1/24 dev r0
ip -n router link set r0 up
ip -n left link set eth0 address 02:00:0a:01:00:02
ip -n left addr add 10.1.0.2/24 dev eth0
ip -n left link set eth0 up
ip -n left route add default via 10.1.0.1

ip -n router link add r1 type veth peer name eth0 netns right
ip -n router link set r1 address 02:00:0a:02:00:01
ip -n router addr add 10.2.0.1/24 dev r1
ip -n router link set r1 up
ip -n right link set eth0 address 02:00:0a:02:00:02
ip -n right addr add 10.2.0.2/24 dev eth0
ip -n right link set eth0 up
ip -n right route add default via 10.2.0.1
ip -n router neigh add 10.2.0.2 lladdr 02:00:0a:02:00:02 dev r1


ip netns exec router iptables -t mangle -A PREROUTING -m string --string needle --algo bm
ip netns exec router iptables -t mangle -A PREROUTING -m string --string needle --algo kmp
ip netns exec router iptables -t mangle -A PREROUTING -m string --string needle --algo bm --from 28
ip netns exec router iptables -t mangle -A PREROUTING -m string --string needle --algo kmp --from 29
ip netns exec router iptables -t mangle -A PREROUTING -m string --string needle --algo bm --to 34
ip netns exec router iptables -t mangle -A PREROUTING -m string --string needle --algo kmp --to 33
ip netns exec router iptables -t mangle -A PREROUTING -m u32 --u32 "0>>28=4"
ip netns exec router iptables -t mangle -A PREROUTING -m u32 --u32 "6&0xFF=17"
ip netns exec router iptables -t mangle -A PREROUTING -m u32 --u32 "0>>22&0x3C@0&0xFFFF=5000"
ip netns exec router iptables -t mangle -A FORWARD -m string --string needle --algo bm
ip netns exec router iptables -t mangle -A FORWARD -m string --string needle --algo kmp
ip netns exec router iptables -t mangle -A FORWARD -m string --string needle --algo bm --from 28
ip netns exec router iptables -t mangle -A FORWARD -m string --string needle --algo kmp --from 29
ip netns exec router iptables -t mangle -A FORWARD -m string --string needle --algo bm --to 34
ip netns exec router iptables -t mangle -A FORWARD -m string --string needle --algo kmp --to 33
ip netns exec router iptables -t mangle -A FORWARD -m u32 --u32 "0>>28=4"
ip netns exec router iptables -t mangle -A FORWARD -m u32 --u32 "6&0xFF=17"
ip netns exec router iptables -t mangle -A FORWARD -m u32 --u32 "0>>22&0x3C@0&0xFFFF=5000"
ip netns exec router iptables -t mangle -A POSTROUTING -m string --string needle --algo bm
ip netns exec router iptables -t mangle -A POSTROUTING -m string --string needle --algo kmp
ip netns exec router iptables -t mangle -A POSTROUTING -m string --string needle --algo bm --from 28
ip netns exec router iptables -t mangle -A POSTROUTING -m string --string needle --algo kmp --from 29
ip netns exec router iptables -t mangle -A POSTROUTING -m string --string needle --algo bm --to 34
ip netns exec router iptables -t mangle -A POSTROUTING -m string --string needle --algo kmp --to 33
ip netns exec router iptables -t mangle -A POSTROUTING -m u32 --u32 "0>>28=4"
ip netns exec router iptables -t mangle -A POSTROUTING -m u32 --u32 "6&0xFF=17"
ip netns exec router iptables -t mangle -A POSTROUTING -m u32 --u32 "0>>22&0x3C@0&0xFFFF=5000"
ip netns exec router iptables -t mangle -A INPUT -m string --string needle --algo bm
ip netns exec router iptables -t mangle -A INPUT -m string --string needle --algo kmp
ip netns exec router iptables -t mangle -A INPUT -m string --string needle --algo bm --from 28
ip netns exec router iptables -t mangle -A INPUT -m string --string needle --algo kmp --from 29
ip netns exec router iptables -t mangle -A INPUT -m string --string needle --algo bm --to 34
ip netns exec router iptables -t mangle -A INPUT -m string --string needle --algo kmp --to 33
ip netns exec router iptables -t mangle -A INPUT -m u32 --u32 "0>>28=4"
ip netns exec router iptables -t mangle -A INPUT -m u32 --u32 "6&0xFF=17"
ip netns exec router iptables -t mangle -A INPUT -m u32 --u32 "0>>22&0x3C@0&0xFFFF=5000"
ip netns exec router iptables -t mangle -A OUTPUT -m string --string needle --algo bm
ip netns exec router iptables -t mangle -A OUTPUT -m string --string needle --algo kmp
ip netns exec router iptables -t mangle -A OUTPUT -m string --string needle --algo bm --from 28
ip netns exec router iptables -t mangle -A OUTPUT -m string --string needle --algo kmp --from 29
ip netns exec router iptables -t mangle -A OUTPUT -m string --string needle --algo bm --to 34
ip netns exec router iptables -t mangle -A OUTPUT -m string --string needle --algo kmp --to 33
ip netns exec router iptables -t mangle -A OUTPUT -m u32 --u32 "0>>28=4"
ip netns exec router iptables -t mangle -A OUTPUT -m u32 --u32 "6&0xFF=17"
ip netns exec router iptables -t mangle -A OUTPUT -m u32 --u32 "0>>22&0x3C@0&0xFFFF=5000"
ip netns exec router iptables -A FORWARD -m string ! --string needle --algo bm
ip netns exec router iptables -A FORWARD -m string --string NeEdLe --algo bm
ip netns exec router iptables -A FORWARD -m string --string NeEdLe --algo bm --icase
ip netns exec router iptables -A FORWARD -m string --string NeEdLe --algo kmp --icase
ip netns exec router iptables -A FORWARD -m string ! --string needle --algo kmp --icase --from 30 --to 60
ip netns exec router iptables -A FORWARD -m string --hex-string "|0a01 0002|" --algo bm
ip netns exec router iptables -A FORWARD -m string --hex-string "|0a010002|" --algo kmp --from 13
ip netns exec router iptables -A FORWARD -m string --hex-string "|0a010002|" --algo bm --from 12 --to 16
ip netns exec router iptables -A FORWARD -m string --hex-string "|0a010002|" --algo bm --from 12 --to 15
ip netns exec router iptables -A FORWARD -m string --string aab --algo bm
ip netns exec router iptables -A FORWARD -m string --string abab --algo kmp --from 30
ip netns exec router iptables -A FORWARD -m string --string x --algo bm --from 1499
ip netns exec router iptables -A FORWARD -m string --string x --algo bm --from 1500
ip netns exec router iptables -A FORWARD -m string --string x --algo kmp --from 28 --to 28
ip netns exec router iptables -A FORWARD -m string --hex-string "|c3a9|" --algo bm --icase
ip netns exec router iptables -A FORWARD -m string --hex-string "|ff|" --algo kmp --icase
ip netns exec router iptables -A FORWARD -m u32 --u32 "2&0xFFFF=0x21:0x100"
ip netns exec router iptables -A FORWARD -m u32 ! --u32 "2&0xFFFF=0x21:0x100"
ip netns exec router iptables -A FORWARD -m u32 --u32 "8&0xFF=17"
ip netns exec router iptables -A FORWARD -m u32 --u32 "9=0:0xFFFFFFFF"
ip netns exec router iptables -A FORWARD -m u32 --u32 "26=0:0xFFFFFFFF"
ip netns exec router iptables -A FORWARD -m u32 --u32 "29=0:0xFFFFFFFF"
ip netns exec router iptables -A FORWARD -m u32 --u32 "30=0:0xFFFFFFFF"
ip netns exec router iptables -A FORWARD -m u32 ! --u32 "30=0:0xFFFFFFFF"
ip netns exec router iptables -A FORWARD -m u32 --u32 "4294967295=0:0xFFFFFFFF"
ip netns exec router iptables -A FORWARD -m u32 --u32 "12=0x0a010002&&16=0x0a020002"
ip netns exec router iptables -A FORWARD -m u32 --u32 "12=0x0a010002&&16=0x0a020003"
ip netns exec router iptables -A FORWARD -m u32 --u32 "0>>22&0x3C@4>>16=0xD,0x15,100:2000"
ip netns exec router iptables -A FORWARD -m u32 --u32 "0>>22&0x3C@8=0x6e656564"
ip netns exec router iptables -A FORWARD -m u32 --u32 "0>>22&0x3C@8@0=0"
ip netns exec router iptables -A FORWARD -m u32 --u32 "0>>22&0x3C@6&0xFFFF@0=0:0xFFFFFFFF"
ip netns exec router iptables -A FORWARD -m u32 --u32 "0<<8>>24=0"
ip netns exec router iptables -A FORWARD -m u32 --u32 "0<<4>>28=5"
ip netns exec router iptables -A FORWARD -m u32 --u32 "0&0@12>>24=10"
ip netns exec router iptables -A FORWARD -m u32 --u32 "16@0=1"
ip netns exec router iptables -A FORWARD -m u32 --u32 "0>>22&0x3C@0@0=1"
ip netns exec router iptables -A FORWARD -m u32 --u32 "28<<1>>1=5:1"
ip netns exec router iptables -A FORWARD -m u32 --u32 "28=0x78787878,0x6e656564"
ip netns exec router iptables -A FORWARD -m u32 --u32 "4&0x1FFF=0 && 6&0xFF=17 && 0>>22&0x3C@2&0xFFFF=5001"
