#!/bin/bash
# A published port, asked at 127.0.0.1; a real dockerd,
ip netns add outside
ip netns add web
ip netns add peer
ip netns add other
ip link add eth0 address 02:00:c0:00:02:0a type veth peer name eth0 netns outside
ip link set eth0 up
ip link add docker0 address 02:42:03:bf:be:2a type bridge
ip link set docker0 up
ip link add br-front address 02:42:11:66:be:41 type bridge
ip link set br-front up
ip link add vethweb address 02:2a:9d:bb:fa:16 type veth peer name eth0 netns web
ip link set vethweb master docker0
bridge link set dev vethweb hairpin on
ip link set vethweb up
ip link add vethpeer address ce:26:c9:e1:db:25 type veth peer name eth0 netns peer
ip link set vethpeer master docker0
bridge link set dev vethpeer hairpin on
ip link set vethpeer up
ip link add vethother address 6e:56:5d:ab:71:44 type veth peer name eth0 netns other
ip link set vethother master br-front
bridge link set dev vethother hairpin on
ip link set vethother up
ip netns exec outside ip link set eth0 address 02:00:c0:00:02:01
ip netns exec outside ip link set eth0 up
ip netns exec web ip link set eth0 address 02:42:ac:11:00:02
ip netns exec web ip link set eth0 up
ip netns exec peer ip link set eth0 address 02:42:ac:11:00:03
ip netns exec peer ip link set eth0 up
ip netns exec other ip link set eth0 address 02:42:ac:14:00:02
ip netns exec other ip link set eth0 up
ip addr add 192.0.2.10/24 dev eth0
ip addr add 172.17.0.1/16 brd 172.17.255.255 dev docker0
ip addr add 172.20.0.1/16 brd 172.20.255.255 dev br-front
ip route add default via 192.0.2.1 dev eth0
ip neigh add 172.17.0.3 lladdr 02:42:ac:11:00:03 dev docker0
ip neigh add 172.17.0.2 lladdr 02:42:ac:11:00:02 dev docker0
ip neigh add 192.0.2.1 lladdr 02:00:c0:00:02:01 dev eth0
ip neigh add 172.20.0.2 lladdr 02:42:ac:14:00:02 dev br-front
ip netns exec outside ip addr add 192.0.2.1/24 dev eth0
ip netns exec outside ip neigh add 192.0.2.10 lladdr 02:00:c0:00:02:0a dev eth0
ip netns exec web ip addr add 172.17.0.2/16 brd 172.17.255.255 dev eth0
ip netns exec web ip route add default via 172.17.0.1 dev eth0
ip netns exec web ip neigh add 172.17.0.3 lladdr 02:42:ac:11:00:03 dev eth0
ip netns exec web ip neigh add 172.17.0.1 lladdr 02:42:03:bf:be:2a dev eth0
ip netns exec peer ip addr add 172.17.0.3/16 brd 172.17.255.255 dev eth0
ip netns exec peer ip route add default via 172.17.0.1 dev eth0
ip netns exec peer ip neigh add 172.17.0.2 lladdr 02:42:ac:11:00:02 dev eth0
ip netns exec peer ip neigh add 172.17.0.1 lladdr 02:42:03:bf:be:2a dev eth0
ip netns exec other ip addr add 172.20.0.2/16 brd 172.20.255.255 dev eth0
ip netns exec other ip route add default via 172.20.0.1 dev eth0
ip netns exec other ip neigh add 172.20.0.1 lladdr 02:42:11:66:be:41 dev eth0
sysctl -w net.ipv4.ip_forward=1
sysctl -w net.bridge.bridge-nf-call-iptables=1
sysctl -w net.ipv4.conf.all.accept_redirects=0
sysctl -w net.ipv4.conf.docker0.route_localnet=1
sysctl -w net.ipv4.conf.br-front.route_localnet=1
iptables -t filter -P FORWARD DROP
iptables-restore -n -c <<'EOF'
*raw
[0:0] -A OUTPUT -j NFLOG --nflog-group 5
COMMIT
*filter
:DOCKER - [0:0]
:DOCKER-ISOLATION-STAGE-1 - [0:0]
:DOCKER-ISOLATION-STAGE-2 - [0:0]
:DOCKER-USER - [0:0]
[0:0] -A FORWARD -j DOCKER-USER
[0:0] -A FORWARD -j DOCKER-ISOLATION-STAGE-1
[0:0] -A FORWARD -o br-front -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
[0:0] -A FORWARD -o br-front -j DOCKER
[0:0] -A FORWARD -i br-front ! -o br-front -j ACCEPT
[0:0] -A FORWARD -i br-front -o br-front -j ACCEPT
[0:0] -A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
[0:0] -A FORWARD -o docker0 -j DOCKER
[0:0] -A FORWARD -i docker0 ! -o docker0 -j ACCEPT
[0:0] -A FORWARD -i docker0 -o docker0 -j ACCEPT
[0:0] -A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 81 -j ACCEPT
[0:0] -A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
[0:0] -A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p udp -m udp --dport 53 -j ACCEPT
[0:0] -A DOCKER -d 172.20.0.2/32 ! -i br-front -o br-front -p tcp -m tcp --dport 80 -j ACCEPT
[0:0] -A DOCKER-ISOLATION-STAGE-1 -i br-front ! -o br-front -j DOCKER-ISOLATION-STAGE-2
[0:0] -A DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2
[0:0] -A DOCKER-ISOLATION-STAGE-1 -j RETURN
[0:0] -A DOCKER-ISOLATION-STAGE-2 -o br-front -j DROP
[0:0] -A DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP
[0:0] -A DOCKER-ISOLATION-STAGE-2 -j RETURN
[0:0] -A DOCKER-USER -j RETURN
COMMIT
*nat
:DOCKER - [0:0]
[0:0] -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
[0:0] -A OUTPUT -m addrtype --dst-type LOCAL -j DOCKER
[0:0] -A POSTROUTING -o br-front -m addrtype --src-type LOCAL -j MASQUERADE
[0:0] -A POSTROUTING -s 172.20.0.0/16 ! -o br-front -j MASQUERADE
[0:0] -A POSTROUTING -o docker0 -m addrtype --src-type LOCAL -j MASQUERADE
[0:0] -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
[0:0] -A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 81 -j MASQUERADE
[0:0] -A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE
[0:0] -A POSTROUTING -s 172.17.0.2/32 -d 172.17.0.2/32 -p udp -m udp --dport 53 -j MASQUERADE
[0:0] -A POSTROUTING -s 172.20.0.2/32 -d 172.20.0.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE
[0:0] -A DOCKER -p tcp -m tcp --dport 8081 -j DNAT --to-destination 172.17.0.2:81
[0:0] -A DOCKER -d 127.0.0.1/32 -p tcp -m tcp --dport 8443 -j DNAT --to-destination 172.17.0.2:80
[0:0] -A DOCKER -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
[0:0] -A DOCKER -p udp -m udp --dport 5300 -j DNAT --to-destination 172.17.0.2:53
[0:0] -A DOCKER -p tcp -m tcp --dport 8090 -j DNAT --to-destination 172.20.0.2:80
COMMIT
EOF
