conntrack
conntrack -V
conntrack --version
conntrack -h
conntrack --help
conntrack -h -p tcp
conntrack -h -p udp
conntrack -h -p icmp
conntrack -h -p icmpv6
conntrack -h -p gre
conntrack -h -p sctp
conntrack -h -p dccp
conntrack -h -p udplite
conntrack -h -p 89
conntrack -h -p 199
conntrack -h -p nosuch
conntrack -X
conntrack -L -X
conntrack -L --nosuch
conntrack -L -L
conntrack -L -D
conntrack -L nosuch
conntrack -L more words
conntrack words
conntrack -D nosuch
conntrack -C dying
conntrack -U expect
conntrack -A expect
conntrack -Lexpect
conntrack --dump=expect
conntrack -L -p tcp --stat ESTABLISHED
conntrack -L -- -s
conntrack -L -p tcp -p udp --sport 1
conntrack -L -p gre -s 1.1.1.1 --zero=1
conntrack -I -p gre -s 1.1.1.1 -d 1.1.1.2 -t 30 --reply-key-src 1
conntrack -I -p udp -s 1.1.1.1 -d 1.1.1.2 -t 30 --reply-port-src 1
conntrack -I -p dccp -s 1.1.1.1 -d 1.1.1.2 -t 30 --reply-port-src 1 --state OPEN --role server
conntrack -E dying
conntrack -V -L
conntrack -s 10.0.0.1
conntrack -L -s
conntrack -L -s 10.0.0
conntrack -L -s 300.1.1.1
conntrack -L -s nosuch
conntrack -L -s 10.0.0.1/33
conntrack -L -s 10.0.0.1/x
conntrack -L -s 10.0.0.1/
conntrack -L -s 10.0.0.1/-1
conntrack -L -r 10.0.0.1/24
conntrack -L -q 10.0.0.1/24
conntrack -L -n 10.0.0.1/24
conntrack -L -s 10.0.0.1 -d ::1
conntrack -L -s 10.0.0.1 -f ipv6
conntrack -L -f inet
conntrack -L -f ipv46
conntrack -L -p nosuch
conntrack -L -p 256
conntrack -L -p 255
conntrack -L -p -1
conntrack -L -p ''
conntrack -L --sport 80
conntrack -L --sport 80 -p tcp
conntrack -L -p tcp --sport
conntrack -L -p tcp --icmp-type 8
conntrack -L -p tcp --state WRONG
conntrack -L -p tcp --mask-port-src 1
conntrack -L -p tcp --tuple-port-src 1
conntrack -L -p udp --state ESTABLISHED
conntrack -L -p sctp --orig-vtag 1
conntrack -L -p icmp --icmp-typ 8
conntrack -L --reply 10.0.0.1
conntrack -L --or 10.0.0.1
conntrack -L -t 30
conntrack -L -e NEW
conntrack -L -b 1000
conntrack -L -i 3
conntrack -L --id=3
conntrack -L -a 1.1.1.1
conntrack -L -m
conntrack -L -m x
conntrack -L -w
conntrack -L -w x
conntrack -L -l x
conntrack -L --label-add x
conntrack -L --label-del
conntrack -L -u
conntrack -L -u ''
conntrack -L -u ,
conntrack -L -u NOPE
conntrack -L -u '!'
conntrack -L -u 'ASSURED,'
conntrack -L -u 'ASSURED,!'
conntrack -L -n 1.1.1.1: 
conntrack -L -n 1.1.1.1:x
conntrack -L -n 1.1.1.1:70000
conntrack -L -n nosuch
conntrack -L -n -j
conntrack -L -j -g
conntrack -L -n '[::1]:80'
conntrack -L -n '[::1'
conntrack -L -n '[]'
conntrack -L --mask-src 255.0.0.0
conntrack -L -s 1.1.1.1 --mask-src 255.0.0.0 --mask-dst 255.0.0.0
conntrack -L --tuple-src 1.1.1.1
conntrack -L expect -s 1.1.1.1
conntrack -L expect -f ipv4
conntrack -L expect -f ipv6
conntrack -L -z -s 10.0.0.1
conntrack -L -z -m 3
conntrack -F -s 10.0.0.1
conntrack -C -s 10.0.0.1
conntrack -S -s 10.0.0.1
conntrack -S -f ipv4
conntrack -E -t 3
conntrack -E -e NOPE
conntrack -E -u NOPE
conntrack -E expect -e NEW
conntrack -G
conntrack -G -p tcp
conntrack -G -p tcp -s 10.0.0.1
conntrack -G -p udp -s 10.0.0.1 -d 10.0.0.2
conntrack -G -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1
conntrack -G -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1 --dport 2
conntrack -G -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1 --dport 2 -m 1
conntrack -G expect -p tcp -s 10.0.0.1 -d 10.0.0.2
conntrack -I expect -p tcp -s 10.0.0.1 -d 10.0.0.2
conntrack -I
conntrack -R
