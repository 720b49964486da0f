#!/bin/bash
# A host as Docker leaves it after `docker run -p 8080:80 --name nginx`, with two more containers beside it.
# The unnamed namespace is the host; the rules are those that dockerd 20.10.24 was seen to write with iptables-save.
# Every address is pinned, so that a replay's frames can be compared with the kernel's byte by byte.

sysctl -w net.ipv6.conf.all.disable_ipv6=1
sysctl -w net.ipv6.conf.default.disable_ipv6=1
sysctl -w net.ipv4.ip_forward=1
# Bridged frames stay out of iptables here: container to container is then a matter of the bridge alone.
sysctl -w net.bridge.bridge-nf-call-iptables=0
# A new namespace inherits both from the machine, so say them: routes may differ by direction, and no redirects.
sysctl -w net.ipv4.conf.all.rp_filter=0
sysctl -w net.ipv4.conf.default.rp_filter=0
sysctl -w net.ipv4.conf.all.send_redirects=0
sysctl -w net.ipv4.conf.default.send_redirects=0

# docker0 comes first: so no veth has the same ifindex at both ends, which can delay a bridge port by a second.
ip link add docker0 type bridge
ip link set docker0 address 02:42:5c:0a:11:01
ip addr add 172.17.0.1/16 brd 172.17.255.255 dev docker0
ip link set docker0 up

# nginx, published as 8080
ip netns add nginx
ip netns exec nginx sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec nginx sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vethnginx type veth peer name eth0 netns nginx
ip link set vethnginx address 02:00:00:00:17:02
ip link set vethnginx master docker0
ip link set vethnginx up
ip -n nginx link set eth0 address 02:42:ac:11:00:02
ip -n nginx addr add 172.17.0.2/16 brd 172.17.255.255 dev eth0
ip -n nginx link set lo up
ip -n nginx link set eth0 up
ip -n nginx route add default via 172.17.0.1

# api, internal
ip netns add api
ip netns exec api sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec api sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vethapi type veth peer name eth0 netns api
ip link set vethapi address 02:00:00:00:17:03
ip link set vethapi master docker0
ip link set vethapi up
ip -n api link set eth0 address 02:42:ac:11:00:03
ip -n api addr add 172.17.0.3/16 brd 172.17.255.255 dev eth0
ip -n api link set lo up
ip -n api link set eth0 up
ip -n api route add default via 172.17.0.1

# db, internal
ip netns add db
ip netns exec db sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec db sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add vethdb type veth peer name eth0 netns db
ip link set vethdb address 02:00:00:00:17:04
ip link set vethdb master docker0
ip link set vethdb up
ip -n db link set eth0 address 02:42:ac:11:00:04
ip -n db addr add 172.17.0.4/16 brd 172.17.255.255 dev eth0
ip -n db link set lo up
ip -n db link set eth0 up
ip -n db route add default via 172.17.0.1

# internet: the host's gateway, which also holds the public addresses of a client (.77), a web (.10) and a name server (.53)
ip netns add internet
ip netns exec internet sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec internet sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip link add eth0 type veth peer name eth0 netns internet
ip link set eth0 address 02:00:c0:a8:01:64
ip addr add 192.168.1.100/24 brd 192.168.1.255 dev eth0
ip link set eth0 up
ip -n internet link set eth0 address 02:00:c0:a8:01:01
ip -n internet addr add 192.168.1.1/24 brd 192.168.1.255 dev eth0
ip -n internet addr add 203.0.113.10/32 dev eth0
ip -n internet addr add 203.0.113.53/32 dev eth0
ip -n internet addr add 203.0.113.77/32 dev eth0
ip -n internet link set lo up
ip -n internet link set eth0 up
ip route add default via 192.168.1.1

iptables-restore <<'EOF'
*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
:DOCKER - [0:0]
:DOCKER-ISOLATION-STAGE-1 - [0:0]
:DOCKER-ISOLATION-STAGE-2 - [0:0]
:DOCKER-USER - [0:0]
-A FORWARD -j DOCKER-USER
-A FORWARD -j DOCKER-ISOLATION-STAGE-1
-A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A FORWARD -o docker0 -j DOCKER
-A FORWARD -i docker0 ! -o docker0 -j ACCEPT
-A FORWARD -i docker0 -o docker0 -j ACCEPT
-A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-1 -j RETURN
-A DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP
-A DOCKER-ISOLATION-STAGE-2 -j RETURN
-A DOCKER-USER -j RETURN
COMMIT
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:DOCKER - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
-A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE
-A DOCKER -i docker0 -j RETURN
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
COMMIT
EOF
