conntrack -R - <<EOF
-A -t 300 -u UNSET -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 10.0.0.1 -p 89
-A -t 600 -u UNSET -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -n 9.9.9.9 -p udp --sport 53 --dport 80 --reply-port-src 80 --reply-port-dst 53
-A -t 600 -u ASSURED -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 10.0.0.1 -p tcp --sport 1001 --dport 80 --reply-port-src 80 --reply-port-dst 1001 --state ESTABLISHED
-A -t 300 -u UNSET --reply-zone 4 -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 10.0.0.1 -p udplite --sport 5 --dport 6 --reply-port-src 6 --reply-port-dst 5

# a comment
	-A -t 600 -u UNSET -s 10.0.0.1 -d 10.0.0.2 -g 8.8.8.8 -n 9.9.9.9 -p udp --sport 54 --dport 80 --reply-port-src 88 --reply-port-dst 77
-A -t 600 -u SEEN_REPLY,ASSURED -w 7 -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 10.0.0.1 -p tcp --sport 1002 --dport 80 --reply-port-src 80 --reply-port-dst 1002 --state SYN_SENT
-A -t 300 -u UNSET -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 10.0.0.1 -p icmp --icmp-type 8 --icmp-code 0 --icmp-id 77
EOF
conntrack -L
conntrack -L -o save
conntrack -R - <<EOF
-A -t 600 -u ASSURED -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 10.0.0.1 -p tcp --sport 1001 --dport 80 --reply-port-src 80 --reply-port-dst 1001 --state ESTABLISHED
EOF
conntrack -R - <<EOF
-I -t 600 -u ASSURED -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 10.0.0.1 -p tcp --sport 1001 --dport 80 --reply-port-src 80 --reply-port-dst 1001 --state ESTABLISHED
EOF
conntrack -R - <<EOF
-D -s 10.0.0.1 -p tcp
-U -s 10.0.0.1 -p icmp -m 3
EOF
conntrack -L
conntrack -R - <<EOF
-F
-A -t 300 -s 10.0.0.1 -d 10.0.0.2 -p 89
-L
EOF
conntrack -L
conntrack -R - <<EOF
-F
-A -t 300 -s 10.0.0.1 -d 10.0.0.2
EOF
conntrack -L
conntrack --load-file - <<EOF
-D -s "10.0.0.1"
-D -s 10.0.0.1
-A -t 300 -s 10.0.0.4 -d 10.0.0.2 -p 89
EOF
conntrack -L
conntrack -R - <<EOF
conntrack -F
EOF
conntrack -L
