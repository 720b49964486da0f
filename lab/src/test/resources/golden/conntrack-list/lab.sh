conntrack -L
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 --state ESTABLISHED -t 43200 -u SEEN_REPLY,ASSURED
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1001 --dport 80 --state SYN_SENT -t 1200
conntrack -I -p tcp -s 10.0.0.3 -d 10.0.0.2 --sport 1000 --dport 443 --state TIME_WAIT -t 1200 -u SEEN_REPLY,ASSURED -m 0x12
conntrack -I -p udp -s 10.0.0.1 -d 10.1.0.2 --sport 5353 --dport 53 -t 300
conntrack -I -p udp -s 10.0.0.1 -d 10.1.0.3 --sport 5353 --dport 53 -t 300 -u SEEN_REPLY -m 7
conntrack -I -p udp -s 192.168.7.9 -d 10.1.0.2 --sport 5353 --dport 53 -t 300 -n 10.0.0.9
conntrack -I -p udp -s 192.168.7.9 -d 10.1.0.2 --sport 5354 --dport 53 -t 300 -n 10.0.0.9:6000 -u SEEN_REPLY,ASSURED
conntrack -I -p tcp -s 192.168.7.9 -d 10.0.0.9 --sport 7000 --dport 8080 --state ESTABLISHED -t 43200 -g 192.168.8.1:80 -u SEEN_REPLY,ASSURED
conntrack -I -p tcp -s 192.168.7.9 -d 10.0.0.9 --sport 7001 --dport 8080 --state ESTABLISHED -t 43200 -g 192.168.8.1 -n 10.0.0.8 -u SEEN_REPLY
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 8 --icmp-code 0 --icmp-id 77 -t 300
conntrack -I -p gre -s 10.0.0.1 -d 10.0.0.2 --srckey 1 --dstkey 0x20 -t 300
conntrack -I -p 89 -s 10.0.0.1 -d 10.0.0.2 -t 300
conntrack -I -p sctp -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 --state ESTABLISHED --orig-vtag 1 --reply-vtag 2 -t 300
conntrack -I -p udplite -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -t 300 -w 7
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -t 300 --orig-zone 4
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -t 300 --reply-zone 5
conntrack -L
conntrack --dump
conntrack -L conntrack
conntrack -L conn
conntrack -L c
conntrack -L dying
conntrack -L d
conntrack -L unconfirmed
conntrack -L expect
conntrack -L exp -o xml
conntrack -C
conntrack --counter
conntrack -C conntrack
conntrack -C expect
conntrack -S expect
conntrack -L -p tcp
conntrack -L -p TCP
conntrack -L -p 6
conntrack -L -p 0x6
conntrack -L -p udp
conntrack -L --proto udp
conntrack -L --protonum=udp
conntrack -L -pudp
conntrack -L -p icmp
conntrack -L -p gre
conntrack -L -p ospf
conntrack -L -p 89
conntrack -L -p 99
conntrack -L -p sctp
conntrack -L -p dccp
conntrack -L -p udplite
conntrack -L -p icmpv6
conntrack -L -s 10.0.0.1
conntrack -L --src 10.0.0.3
conntrack -L --orig-src 10.0.0.3
conntrack -L --orig-src=10.0.0.3
conntrack -L -s 10.0.0.0/24
conntrack -L -s 10.0.0.3/31
conntrack -L -s 10.0.0.1/32
conntrack -L -s 0.0.0.0/0
conntrack -L -s 10.0.0.0 --mask-src 255.255.255.0
conntrack -L -d 10.1.0.2
conntrack -L -d 10.1.0.0/16
conntrack -L --dst 10.1.0.2 -s 10.0.0.1
conntrack -L --orig-dst 10.0.0.2 --proto tcp
conntrack -L -d 10.0.0.0 --mask-dst 255.0.0.0
conntrack -L -r 192.168.8.1
conntrack -L --reply-src 10.0.0.2
conntrack -L -q 10.0.0.9
conntrack -L --reply-dst 10.0.0.1
conntrack -L -n
conntrack -L -n 10.0.0.9
conntrack -L --src-nat 10.0.0.9
conntrack -L -n 10.0.0.9:6000
conntrack -L -n 10.0.0.9:6001
conntrack -L -g
conntrack -L -g 192.168.8.1
conntrack -L --dst-nat 192.168.8.1:80
conntrack -L -g 192.168.8.1:81
conntrack -L -n -g
conntrack -L -n 10.0.0.8 -g 192.168.8.1
conntrack -L -j
conntrack -L --any-nat 10.0.0.9
conntrack -L -j 192.168.8.1
conntrack -L -j 192.168.8.1:80
conntrack -L -p tcp --sport 1000
conntrack -L -p tcp --dport 80
conntrack -L -p tcp --orig-port-src 1000 --orig-port-dst 443
conntrack -L -p tcp --reply-port-src 80
conntrack -L -p tcp --reply-port-dst 1001
conntrack -L -p tcp --state ESTABLISHED
conntrack -L -p tcp --state TIME_WAIT --dport 443
conntrack -L -p tcp --state LISTEN
conntrack -L -p tcp --state NONE
conntrack -L -p udp --sport 5353 --dport 53
conntrack -L -p udp --reply-port-dst 6000
conntrack -L -p icmp --icmp-type 8
conntrack -L -p icmp --icmp-type 0
conntrack -L -p icmp --icmp-id 77 --icmp-code 0
conntrack -L -p icmp --icmp-id 78
conntrack -L -p gre --srckey 1
conntrack -L -p gre --srckey 9
conntrack -L -p gre --dstkey 0x20
conntrack -L -p sctp --state ESTABLISHED
conntrack -L -p sctp --state CLOSED
conntrack -L -p sctp --sport 5 --dport 6
conntrack -L -p udplite --sport 5
conntrack -L -m 7
conntrack -L -m 0x12
conntrack -L --mark 18
conntrack -L -m 0x2/0x2
conntrack -L -m 0/0x1
conntrack -L -m 0
conntrack -L -u ASSURED
conntrack -L -u SEEN_REPLY
conntrack -L -u SEEN_REPLY,ASSURED
conntrack -L -u UNREPLIED
conntrack -L -u '!ASSURED'
conntrack -L -u 'SEEN_REPLY,!ASSURED'
conntrack -L -u UNSET
conntrack -L -u assured
conntrack -L -u A
conntrack -L --status FIXED_TIMEOUT
conntrack -L -u EXPECTED
conntrack -L -u SRC_NAT
conntrack -L -u OFFLOAD
conntrack -L -w 7
conntrack -L --zone 0
conntrack -L -w 4
conntrack -L --orig-zone 4
conntrack -L --reply-zone 5
conntrack -L -f ipv4
conntrack -L -f ipv6
conntrack -L --family ipv4 -p icmp
conntrack -L -s ::1
conntrack -L -c 0
conntrack -L -o ktimestamp -p icmp
conntrack -L -o timestamp -p icmp
conntrack -L -o userspace -p icmp
conntrack -L -o labels -p icmp
conntrack -G -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80
conntrack -G -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1009 --dport 80
conntrack -G -p tcp -s 10.0.0.2 -d 10.0.0.1 --sport 80 --dport 1000
conntrack -G -p udp -s 192.168.7.9 -d 10.1.0.2 --sport 5354 --dport 53 -o extended
conntrack -G -p udp -s 10.1.0.2 -d 10.0.0.9 --sport 53 --dport 6000
conntrack -G -p udp -r 10.1.0.2 -q 10.0.0.9 --reply-port-src 53 --reply-port-dst 6000
conntrack -G -p udp -s 10.1.0.2 -d 10.0.0.9 -r 10.0.0.9 -q 10.1.0.2 --sport 53 --dport 6000
conntrack -G -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 8 --icmp-code 0 --icmp-id 77
conntrack -G -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 8 --icmp-code 0
conntrack -G -p 89 -s 10.0.0.1 -d 10.0.0.2
conntrack -G -p gre -s 10.0.0.1 -d 10.0.0.2 --srckey 1 --dstkey 0x20 -o save
conntrack -L -z -p tcp
conntrack -L -z
conntrack -F
conntrack -L
