conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 --state ESTABLISHED -t 600
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 --state ESTABLISHED -t 600
conntrack -I -p tcp -s 10.0.0.2 -d 10.0.0.1 --sport 80 --dport 1000 --state ESTABLISHED -t 600
conntrack --create -p tcp --src 10.0.0.1 --dst 10.0.0.2 --sport 1001 --dport 80 --state SYN_SENT --timeout 600
conntrack -A -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 --state ESTABLISHED -t 600
conntrack -A -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1002 --dport 80 --state CLOSE -t 600
conntrack -I conntrack -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 53 --dport 80 -t 600
conntrack -I -p udp -r 10.0.0.2 -q 10.0.0.4 --reply-port-src 53 --reply-port-dst 80 -t 600
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 7.7.7.7 --sport 55 --dport 80 -t 600
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 7.7.7.7 --sport 55 --dport 80 --reply-port-src 80 --reply-port-dst 55 -t 600
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.3 --sport 56 --dport 80 --reply-port-src 80 --reply-port-dst 55 -t 600
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -q 10.0.0.3 --sport 57 --dport 80 --reply-port-src 80 --reply-port-dst 55 -t 600
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -n 9.9.9.9 --sport 58 --dport 80 --reply-port-src 80 --reply-port-dst 58 -t 600
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -g 8.8.8.8 -q 10.0.0.1 --sport 59 --dport 80 --reply-port-src 88 --reply-port-dst 59 -t 600
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -g 8.8.8.8 -n 9.9.9.9 --sport 60 --dport 80 --reply-port-src 88 --reply-port-dst 77 -t 600
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -n 9.9.9.9:77 -g 8.8.8.8:88 --sport 61 --dport 80 -t 600
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -n --sport 62 --dport 80 -t 600
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -n 9.9.9.9:53 --sport 63 --dport 80 -t 600
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 -n 9.9.9.9:53 --sport 64 --dport 80 -t 600
conntrack -L -p udp --reply-port-dst 53
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 8 --icmp-code 0 --icmp-id 77 -t 30
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 13 --icmp-code 0 --icmp-id 77 -t 30
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 3 --icmp-code 0 --icmp-id 77 -t 30
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 0 --icmp-code 0 --icmp-id 79 -t 30
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 8 --icmp-code 0 -t 30
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-id 8 -t 30
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 -n 9.9.9.9 --icmp-type 8 --icmp-code 0 --icmp-id 80 -t 30
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 9.9.9.8 --icmp-type 8 --icmp-code 0 --icmp-id 81 -t 30
conntrack -I -p gre -s 10.0.0.1 -d 10.0.0.2 --srckey 1 --dstkey 2 -t 30
conntrack -I -p gre -s 10.0.0.1 -d 10.0.0.2 -t 30
conntrack -I -p 89 -s 10.0.0.1 -d 10.0.0.2 -t 30
conntrack -I -p esp -s 10.0.0.1 -d 10.0.0.2 -t 30
conntrack -I -p 89 -s 10.0.0.1 -d 10.0.0.3 -r 10.0.0.3 -q 10.0.0.7 -t 30
conntrack -I -p sctp -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 --state ESTABLISHED --orig-vtag 1 --reply-vtag 2 -t 30
conntrack -I -p sctp -s 10.0.0.1 -d 10.0.0.2 --sport 7 --dport 6 --state ESTABLISHED -t 30
conntrack -I -p sctp -s 10.0.0.1 -d 10.0.0.2 --sport 7 --dport 6 --orig-vtag 1 --reply-vtag 2 -t 30
conntrack -I -p dccp -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 --state OPEN --role client -t 30
conntrack -I -p dccp -s 10.0.0.1 -d 10.0.0.3 --sport 5 --dport 6 --state OPEN -t 30
conntrack -I -p dccp -s 10.0.0.1 -d 10.0.0.3 --sport 5 --dport 6 --state OPEN --role x -t 30
conntrack -I -p udplite -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -t 30
conntrack -I -p udplite -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -t 30 -w 3
conntrack -I -p udplite -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -t 30 --orig-zone 4
conntrack -I -p udplite -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -t 30 --reply-zone 4
conntrack -I -p udplite -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -t 30 --reply-zone 4
conntrack -I -p udplite -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -t 30 --orig-zone 4 --reply-zone 5
conntrack -I -p udplite -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -t 30 -w 4 --reply-zone 5
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 1 --dport 2 -t 30 -m 0x10
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 2 --dport 2 -t 30 -m 0x10/0xff
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 3 --dport 2 -t 30 -u SEEN_REPLY
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 4 --dport 2 -t 30 -u ASSURED
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 5 --dport 2 -t 30 -u UNSET
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 6 --dport 2 -t 30 -u FIXED_TIMEOUT
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 7 --dport 2 -t 30 -u EXPECTED
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 8 --dport 2 -t 30 -u NOPE
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 9 --dport 2 -t 30 -u SRC_NAT
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 10 --dport 2 -t 30 -u '!ASSURED'
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 11 --dport 2 -t 30 -u UNREPLIED
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 12 --dport 2 -t 4294967295
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 13 --dport 2 -t 0
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 14 --dport 2 -t abc
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 14 --dport 2
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 70000 --dport 2 -t 30
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport x --dport 2 -t 30
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 1 -t 30
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 -t 30
conntrack -I -p udp -s 10.0.0.1 --sport 1 --dport 2 -t 30
conntrack -I -p udp -r 10.0.0.1 --reply-port-src 1 --reply-port-dst 2 -t 30
conntrack -I -p udp --sport 1 --dport 2 -t 30
conntrack -I -s 10.0.0.1 -d 10.0.0.5 -t 30
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.5 --sport 1 --dport 2 -t 30
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.5 --sport 1 --dport 2 -t 30 --state OPEN
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.5 --sport 1 --dport 2 -t 30 --state LISTEN
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.5 --sport 3 --dport 2 -t 30 --state NONE
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.5 --sport 2 --dport 2 -t 30 --state established
conntrack -I -p udp -s 10.0.0.1/24 -d 10.0.0.5 --sport 20 --dport 2 -t 30
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 21 --dport 2 -t 30 -o id
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 21 --dport 2 -t 30 -z
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 21 --dport 2 -t 30 -l a
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 21 --dport 2 -t 30 --label-add a
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 21 --dport 2 -t 30 -c 3
conntrack -I dying -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 21 --dport 2 -t 30
conntrack -L
conntrack -L -o save
