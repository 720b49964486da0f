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


ip netns exec router iptables -N sizes
ip netns exec router iptables -t mangle -N whole
ip netns exec router iptables -t mangle -A FORWARD ! -f -j whole
ip netns exec router iptables -t mangle -A whole -p tcp -m tcp
ip netns exec router iptables -t mangle -A FORWARD -p tcp -m tcp
ip netns exec router iptables -A FORWARD -p tcp ! -f -j sizes
ip netns exec router iptables -A FORWARD -p tcp -f -m tcpmss ! --mss 536
ip netns exec router iptables -A FORWARD -p tcp -f -m tcp
ip netns exec router iptables -A FORWARD -p tcp --tcp-option 2
ip netns exec router iptables -A FORWARD -p tcp ! --tcp-option 2
ip netns exec router iptables -A FORWARD -p tcp --tcp-option 8 --dport 80
ip netns exec router iptables -A FORWARD -p tcp --tcp-option 4 --syn
ip netns exec router iptables -A FORWARD -p tcp ! --tcp-option 3 ! --syn
ip netns exec router iptables -A FORWARD -p tcp --tcp-option 0x22 ! --sport 0:65535
ip netns exec router iptables -A FORWARD -p tcp --tcp-flags ALL NONE
ip netns exec router iptables -A FORWARD -p tcp --tcp-flags NONE SYN --tcp-option 2
ip netns exec router iptables -A FORWARD -p tcp --tcp-flags NONE SYN
ip netns exec router iptables -A FORWARD -p tcp ! --tcp-flags ALL SYN,ACK
ip netns exec router iptables -A FORWARD -p tcp --tcp-flags SYN,RST SYN
ip netns exec router iptables -A FORWARD -p tcp ! --syn --dport 80:90
ip netns exec router iptables -A sizes -p tcp -m tcpmss --mss 1460
ip netns exec router iptables -A sizes -p tcp -m tcpmss ! --mss 1460
ip netns exec router iptables -A sizes -p tcp -m tcpmss --mss 500:1459
ip netns exec router iptables -A sizes -p tcp -m tcpmss --mss 0:65535
ip netns exec router iptables -A sizes -p tcp -m tcpmss ! --mss 0:65535
ip netns exec router iptables -A sizes -p tcp -m tcpmss ! --mss 536 -m tcp --syn
ip netns exec router iptables -A FORWARD -p sctp -m sctp 
ip netns exec router iptables -A FORWARD -p sctp -m sctp --sport 4000
ip netns exec router iptables -A FORWARD -p sctp -m sctp ! --dport 80:90
ip netns exec router iptables -A FORWARD -p sctp -m sctp --dport 0:65535
ip netns exec router iptables -A FORWARD -p sctp -m sctp ! --dport 0:65535
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types any DATA
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types any INIT,SACK
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types all DATA,SACK
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types only DATA,SACK
ip netns exec router iptables -A FORWARD -p sctp -m sctp ! --chunk-types all DATA
ip netns exec router iptables -A FORWARD -p sctp -m sctp ! --chunk-types only DATA
ip netns exec router iptables -A FORWARD -p sctp -m sctp ! --chunk-types any DATA --dport 80
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types any DATA:B
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types any DATA:bE
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types only DATA:BE
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types all DATA:U,SACK
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types any ALL
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types any NONE
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types all NONE
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types only NONE
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types all ABORT:t
ip netns exec router iptables -A FORWARD -p sctp -m sctp --chunk-types any SHUTDOWN_COMPLETE:T,ABORT:T
ip netns exec router iptables -A FORWARD -p dccp -m dccp 
ip netns exec router iptables -A FORWARD -p dccp -m dccp --sport 4000
ip netns exec router iptables -A FORWARD -p dccp -m dccp ! --dport 80:90
ip netns exec router iptables -A FORWARD -p dccp -m dccp --dport 90:80
ip netns exec router iptables -A FORWARD -p dccp -m dccp --dccp-types REQUEST
ip netns exec router iptables -A FORWARD -p dccp -m dccp ! --dccp-types REQUEST,DATA
ip netns exec router iptables -A FORWARD -p dccp -m dccp --dccp-types INVALID
ip netns exec router iptables -A FORWARD -p dccp -m dccp --dccp-option 32
ip netns exec router iptables -A FORWARD -p dccp -m dccp ! --dccp-option 32
ip netns exec router iptables -A FORWARD -p dccp -m dccp --dccp-option 2 --dccp-types RESPONSE
ip netns exec router iptables -A FORWARD -p ah -m ah 
ip netns exec router iptables -A FORWARD -p ah -m ah --ahspi 256
ip netns exec router iptables -A FORWARD -p ah -m ah ! --ahspi 256
ip netns exec router iptables -A FORWARD -p ah -m ah --ahspi 256:300
ip netns exec router iptables -A FORWARD -p ah -m ah --ahspi :256
ip netns exec router iptables -A FORWARD -p ah -m ah ! --ahspi 0:4294967295
ip netns exec router iptables -A FORWARD -p ah -m ah --ahspi 300:256
ip netns exec router iptables -A FORWARD -p esp -m esp 
ip netns exec router iptables -A FORWARD -p esp -m esp --espspi 256
ip netns exec router iptables -A FORWARD -p esp -m esp ! --espspi 256
ip netns exec router iptables -A FORWARD -p esp -m esp --espspi 256:300
ip netns exec router iptables -A FORWARD -p esp -m esp --espspi :256
ip netns exec router iptables -A FORWARD -p esp -m esp ! --espspi 0:4294967295
ip netns exec router iptables -A FORWARD -p esp -m esp --espspi 300:256
ip netns exec router iptables -A FORWARD -p ipcomp -m ipcomp 
ip netns exec router iptables -A FORWARD -p ipcomp -m ipcomp --ipcompspi 256
ip netns exec router iptables -A FORWARD -p ipcomp -m ipcomp ! --ipcompspi 256
ip netns exec router iptables -A FORWARD -p ipcomp -m ipcomp --ipcompspi 256:300
ip netns exec router iptables -A FORWARD -p ipcomp -m ipcomp --ipcompspi :256
ip netns exec router iptables -A FORWARD -p ipcomp -m ipcomp --ipcompspi 300:256
