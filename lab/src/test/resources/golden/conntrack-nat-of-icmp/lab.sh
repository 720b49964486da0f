conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.2 --icmp-type 8 --icmp-code 0 --icmp-id 77 -t 300
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.3 --icmp-type 8 --icmp-code 0 --icmp-id 78 -t 300 -n 10.0.0.9
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.4 --icmp-type 8 --icmp-code 0 --icmp-id 79 -t 300 -g 10.0.0.8
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.5 --icmp-type 8 --icmp-code 0 --icmp-id 2048 -t 300 -n 10.0.0.9
conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.6 --icmp-type 8 --icmp-code 0 --icmp-id 0 -t 300 -g 10.0.0.8
conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.6 --sport 5 --dport 6 -t 300 -g 10.0.0.8
conntrack -I -p 99 -s 10.0.0.1 -d 10.0.0.6 -t 300 -g 10.0.0.8
conntrack -L -p icmp -n
conntrack -L -p icmp -g
conntrack -L -p icmp -j
conntrack -L -n
conntrack -L -g
conntrack -L -p icmp -n 10.0.0.9
conntrack -L -p icmp -g 10.0.0.8
conntrack -D -p icmp -s 10.0.0.1 -d 10.0.0.4 -n
