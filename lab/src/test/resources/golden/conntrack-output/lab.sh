sysctl -q -w net.netfilter.nf_conntrack_acct=1
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
conntrack -L -o extended
conntrack -L -o id
conntrack -L -o extended,id
conntrack -L -o ext,i
conntrack -L -o xml
conntrack -L -o xml,extended
conntrack -L -o xml,id
conntrack -L -o save
conntrack -L -p tcp -o xml
conntrack -L -p tcp -m 3 -o xml
conntrack -L -p tcp -o save
conntrack -L -p udp -o save
conntrack -L -o EXTENDED -p udp
conntrack -L -p tcp --state SYN_SENT -o x
conntrack --dump --output extended -p sctp
conntrack -G -p sctp -s 10.0.0.1 -d 10.0.0.2 --sport 5 --dport 6 -o xml
conntrack -G -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 -o id
conntrack -L -z -o extended
conntrack -L -o extended,save
conntrack -L -o save -o id
conntrack -L -o nosuch
conntrack -L -o ''
conntrack -L -o id,,xml
conntrack -L -o id,
