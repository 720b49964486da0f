sysctl -q -w net.netfilter.nf_conntrack_acct=1
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 --state ESTABLISHED -t 43200 -u SEEN_REPLY
conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1001 --dport 80 --state SYN_SENT -t 1200 -m 1
conntrack -I -p udp -s 10.0.0.1 -d 10.1.0.2 --sport 5353 --dport 53 -t 300
conntrack -I -p udp -s 10.0.0.1 -d 10.1.0.3 --sport 5353 --dport 53 -t 300 -u SEEN_REPLY -m 7
conntrack -I -p udp -s 192.168.7.9 -d 10.1.0.2 --sport 5353 --dport 53 -t 300 -n 10.0.0.9
conntrack -I -p udp -s 192.168.7.9 -d 10.1.0.2 --sport 5354 --dport 53 -t 300 -u FIXED_TIMEOUT
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 8 --icmp-code 0 --icmp-id 77 -t 300
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -t 300 -w 4
conntrack -U -p udp -m 9
conntrack -U -f ipv4 -p udp -d 10.1.0.2 --sport 5354 -m 9
conntrack -U -f ipv4 -p udp -d 10.1.0.2 --sport 5354 -m 9
conntrack -U -s 10.0.0.1 -p tcp --sport 1001 -m 0x100/0xff00
conntrack -U -s 10.0.0.1 -p tcp --sport 1001 -m 0x3/0x1
conntrack -U -s 10.0.0.1 -p tcp --sport 1000 -u ASSURED
conntrack -U -s 10.0.0.1 -p tcp --sport 1001 -u SEEN_REPLY,ASSURED
conntrack -U -s 10.0.0.1 -p tcp --sport 1001 -u UNSET
conntrack -U -s 10.0.0.1 -p tcp --sport 1001 --state ESTABLISHED
conntrack -U -s 10.0.0.1 -p tcp --sport 1001 --state CLOSE -t 60
conntrack -U -s 10.0.0.1 -p tcp --sport 1001 -t 120 -o id
conntrack -U -s 10.0.0.1 -p tcp --sport 1001 -t 180 -o extended
conntrack -U -s 10.0.0.1 -p tcp --sport 1001 -t 240 -o xml
conntrack -U -s 10.0.0.1 -p tcp --sport 1001 -t 300 -o save
conntrack -U -s 192.168.7.9 -p udp --sport 5354 -t 600
conntrack -U -s 192.168.7.9 -p udp --sport 5354 -u ASSURED
conntrack -U -n 10.0.0.9 -m 77
conntrack -U -s 192.168.7.9 -n -m 78
conntrack -U -s 10.0.0.1 -g 1.1.1.1 -m 78
conntrack -U -s 10.0.0.1 -d 10.0.0.2 -p icmp -t 600
conntrack -U -s 10.0.0.1 -d 10.0.0.2 -p udp -t 600
conntrack -U -s 10.9.0.1 -m 1
conntrack -U -s 10.0.0.0/24 -p icmp -m 5
conntrack -U -s 10.0.0.1 -u EXPECTED -p icmp
conntrack -U -s 10.0.0.1 -p icmp
conntrack -U -s 10.0.0.1 -p icmp -t 0
conntrack -U -s 10.0.0.1 -w 4 -m 1
conntrack -U -s 10.0.0.1 -z
conntrack -U expect -s 10.0.0.1
conntrack -U -s 10.0.0.1 -q 10.0.0.1 -r 10.1.0.3 -m 70
conntrack -U
conntrack -L
conntrack -D -p udp --sport 5354
conntrack -D -p udp --sport 5354
conntrack -D -p tcp --state CLOSE -o id
conntrack -D -w 4 -o extended
conntrack -D -m 5 -o save
conntrack -D -n 10.0.0.9 -o xml
conntrack -D -s 10.0.0.0/8 -u SEEN_REPLY
conntrack -D -f ipv6
conntrack -D -s 1.2.3.4
conntrack -L
conntrack -I -p udp -s 10.0.0.1 -d 10.1.0.2 --sport 1 --dport 53 -t 300 -m 1
conntrack -I -p udp -s 10.0.0.1 -d 10.1.0.2 --sport 2 --dport 53 -t 300 -m 3
conntrack -I -p udp -s 10.0.0.1 -d 10.1.0.2 --sport 3 --dport 53 -t 300 -m 4
conntrack -D -m 1/1
conntrack -D -p udp -t 150
conntrack -D -t 300
conntrack -D expect -p udp -s 1.1.1.1 -d 2.2.2.2 --sport 1 --dport 2 --reply-port-src 3 --reply-port-dst 4
conntrack -D dying
conntrack -D
conntrack -D
conntrack -F expect
conntrack -F
conntrack --flush
conntrack -F conntrack
conntrack -F -f ipv4
conntrack -F unconfirmed
conntrack -F -p tcp
