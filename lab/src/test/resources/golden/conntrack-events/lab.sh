timeout 1 conntrack -E
timeout 1.5 conntrack -E & sleep 0.5; conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 --state ESTABLISHED -t 600 -u SEEN_REPLY; sleep 0.2; conntrack -U -s 10.0.0.1 -p tcp -m 7; sleep 0.2; conntrack -D -s 10.0.0.1; sleep 1
timeout 1.5 conntrack -E -o extended,id & sleep 0.5; conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 -t 600 -n 9.9.9.9:77; sleep 0.2; conntrack -F; sleep 1
timeout 1.5 conntrack -E -o save & sleep 0.5; conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 -t 600; sleep 0.2; conntrack -U -s 10.0.0.1 -t 300; sleep 0.2; conntrack -F; sleep 1
timeout 1.5 conntrack -E -o xml & sleep 0.5; conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 -t 600; sleep 0.2; conntrack -F; sleep 1
timeout 1.5 conntrack -E -e DESTROY & sleep 0.5; conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 -t 600; sleep 0.2; conntrack -F; sleep 1
timeout 1.5 conntrack -E -e NEW,UPDATES -p udp --dport 80 & sleep 0.5; conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 -t 600; conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 81 -t 600; sleep 0.2; conntrack -F; sleep 1
timeout 1.5 conntrack -E -s 10.0.0.0/24 & sleep 0.5; conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 -t 600; conntrack -I -p udp -s 10.0.1.1 -d 10.0.0.2 --sport 1000 --dport 81 -t 600; sleep 0.2; conntrack -F; sleep 1
timeout 1.5 conntrack -E -n & sleep 0.5; conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 -t 600 -n 9.9.9.9; conntrack -I -p udp -s 10.0.1.1 -d 10.0.0.2 --sport 1000 --dport 81 -t 600; sleep 0.2; conntrack -F; sleep 1
timeout 1.5 conntrack -E -f ipv6 & sleep 0.5; conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 -t 600; sleep 0.2; conntrack -F; sleep 1
timeout 1.5 conntrack -E expect & sleep 0.5; conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 80 -t 600; sleep 0.2; conntrack -F; sleep 1
timeout 1 conntrack -E -m 1/1 -o nosuch
timeout 1 conntrack -L
timeout x conntrack -E
