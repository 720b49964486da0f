#!/bin/bash
# A node with three endpoints, rules as kube-proxy writes them.
ip netns add a
ip netns add b
ip netns add c
ip netns add client
ip netns add outside
ip link add cni0 address 02:00:0a:f4:00:01 type bridge
ip link set cni0 up
ip link add vetha address 02:00:fe:00:00:02 type veth peer name eth0 netns a
ip link set vetha master cni0
bridge link set dev vetha hairpin on
ip link set vetha up
ip link add vethb address 02:00:fe:00:00:03 type veth peer name eth0 netns b
ip link set vethb master cni0
bridge link set dev vethb hairpin on
ip link set vethb up
ip link add vethc address 02:00:fe:00:00:04 type veth peer name eth0 netns c
ip link set vethc master cni0
bridge link set dev vethc hairpin on
ip link set vethc up
ip link add vethclient address 02:00:fe:00:00:05 type veth peer name eth0 netns client
ip link set vethclient master cni0
bridge link set dev vethclient hairpin on
ip link set vethclient up
ip link add eth0 address 02:00:c0:00:02:0a type veth peer name eth0 netns outside
ip link set eth0 up
ip netns exec a ip link set eth0 address 02:00:0a:f4:00:02
ip netns exec a ip link set eth0 up
ip netns exec b ip link set eth0 address 02:00:0a:f4:00:03
ip netns exec b ip link set eth0 up
ip netns exec c ip link set eth0 address 02:00:0a:f4:00:04
ip netns exec c ip link set eth0 up
ip netns exec client ip link set eth0 address 02:00:0a:f4:00:05
ip netns exec client ip link set eth0 up
ip netns exec outside ip link set eth0 address 02:00:c0:00:02:01
ip netns exec outside ip link set eth0 up
ip addr add 10.244.0.1/24 brd 10.244.0.255 dev cni0
ip addr add 192.0.2.10/24 dev eth0
ip route add default via 192.0.2.1 dev eth0
ip neigh add 10.244.0.2 lladdr 02:00:0a:f4:00:02 dev cni0
ip neigh add 192.0.2.1 lladdr 02:00:c0:00:02:01 dev eth0
ip neigh add 10.244.0.5 lladdr 02:00:0a:f4:00:05 dev cni0
ip neigh add 10.244.0.3 lladdr 02:00:0a:f4:00:03 dev cni0
ip neigh add 10.244.0.4 lladdr 02:00:0a:f4:00:04 dev cni0
ip netns exec a ip addr add 10.244.0.2/24 dev eth0
ip netns exec a ip route add default via 10.244.0.1 dev eth0
ip netns exec a ip neigh add 10.244.0.3 lladdr 02:00:0a:f4:00:03 dev eth0
ip netns exec a ip neigh add 10.244.0.1 lladdr 02:00:0a:f4:00:01 dev eth0
ip netns exec a ip neigh add 10.244.0.4 lladdr 02:00:0a:f4:00:04 dev eth0
ip netns exec a ip neigh add 10.244.0.5 lladdr 02:00:0a:f4:00:05 dev eth0
ip netns exec b ip addr add 10.244.0.3/24 dev eth0
ip netns exec b ip route add default via 10.244.0.1 dev eth0
ip netns exec b ip neigh add 10.244.0.1 lladdr 02:00:0a:f4:00:01 dev eth0
ip netns exec b ip neigh add 10.244.0.4 lladdr 02:00:0a:f4:00:04 dev eth0
ip netns exec b ip neigh add 10.244.0.2 lladdr 02:00:0a:f4:00:02 dev eth0
ip netns exec b ip neigh add 10.244.0.5 lladdr 02:00:0a:f4:00:05 dev eth0
ip netns exec c ip addr add 10.244.0.4/24 dev eth0
ip netns exec c ip route add default via 10.244.0.1 dev eth0
ip netns exec c ip neigh add 10.244.0.5 lladdr 02:00:0a:f4:00:05 dev eth0
ip netns exec c ip neigh add 10.244.0.3 lladdr 02:00:0a:f4:00:03 dev eth0
ip netns exec c ip neigh add 10.244.0.2 lladdr 02:00:0a:f4:00:02 dev eth0
ip netns exec c ip neigh add 10.244.0.1 lladdr 02:00:0a:f4:00:01 dev eth0
ip netns exec client ip addr add 10.244.0.5/24 dev eth0
ip netns exec client ip route add default via 10.244.0.1 dev eth0
ip netns exec client ip neigh add 10.244.0.1 lladdr 02:00:0a:f4:00:01 dev eth0
ip netns exec client ip neigh add 10.244.0.3 lladdr 02:00:0a:f4:00:03 dev eth0
ip netns exec client ip neigh add 10.244.0.4 lladdr 02:00:0a:f4:00:04 dev eth0
ip netns exec client ip neigh add 10.244.0.2 lladdr 02:00:0a:f4:00:02 dev eth0
ip netns exec outside ip addr add 192.0.2.1/24 dev eth0
ip netns exec outside ip neigh add 192.0.2.10 lladdr 02:00:c0:00:02:0a dev eth0
sysctl -w net.ipv4.ip_forward=1
sysctl -w net.bridge.bridge-nf-call-iptables=1
sysctl -w net.ipv4.conf.all.accept_redirects=0
iptables-restore -n <<'EOF'
*filter
:KUBE-NODEPORTS - [0:0]
:KUBE-SERVICES - [0:0]
:KUBE-EXTERNAL-SERVICES - [0:0]
:KUBE-FORWARD - [0:0]
:KUBE-PROXY-FIREWALL - [0:0]
:KUBE-FIREWALL - [0:0]
-A INPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes load balancer firewall" -j KUBE-PROXY-FIREWALL
-A INPUT -m comment --comment "kubernetes health check service ports" -j KUBE-NODEPORTS
-A INPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes externally-visible service portals" -j KUBE-EXTERNAL-SERVICES
-A INPUT -j KUBE-FIREWALL
-A FORWARD -m conntrack --ctstate NEW -m comment --comment "kubernetes load balancer firewall" -j KUBE-PROXY-FIREWALL
-A FORWARD -m comment --comment "kubernetes forwarding rules" -j KUBE-FORWARD
-A FORWARD -m conntrack --ctstate NEW -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A FORWARD -m conntrack --ctstate NEW -m comment --comment "kubernetes externally-visible service portals" -j KUBE-EXTERNAL-SERVICES
-A OUTPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes load balancer firewall" -j KUBE-PROXY-FIREWALL
-A OUTPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A OUTPUT -j KUBE-FIREWALL
-A KUBE-FIREWALL -m comment --comment "block incoming localnet connections" -d 127.0.0.0/8 ! -s 127.0.0.0/8 -m conntrack ! --ctstate RELATED,ESTABLISHED,DNAT -j DROP
-A KUBE-FORWARD -m conntrack --ctstate INVALID -j DROP
-A KUBE-FORWARD -m comment --comment "kubernetes forwarding rules" -m mark --mark 0x4000/0x4000 -j ACCEPT
-A KUBE-FORWARD -m comment --comment "kubernetes forwarding conntrack rule" -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
COMMIT
*nat
:KUBE-NODEPORTS - [0:0]
:KUBE-SERVICES - [0:0]
:KUBE-POSTROUTING - [0:0]
:KUBE-MARK-MASQ - [0:0]
:KUBE-SVC-JR3SBCD4C6K5AAYG - [0:0]
:KUBE-SEP-BSBVM23WWSHUI7WZ - [0:0]
:KUBE-SEP-PNQQ4HRKPIOYOHBG - [0:0]
:KUBE-SEP-Q3Z5HKRIGJKDJ44F - [0:0]
:KUBE-EXT-JR3SBCD4C6K5AAYG - [0:0]
-A PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A OUTPUT -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A POSTROUTING -m comment --comment "kubernetes postrouting rules" -j KUBE-POSTROUTING
-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN
-A KUBE-POSTROUTING -j MARK --xor-mark 0x4000
-A KUBE-POSTROUTING -m comment --comment "kubernetes service traffic requiring SNAT" -j MASQUERADE
-A KUBE-MARK-MASQ -j MARK --or-mark 0x4000
-A KUBE-SERVICES -m comment --comment "shop/cart:http cluster IP" -m udp -p udp -d 10.96.0.10 --dport 80 -j KUBE-SVC-JR3SBCD4C6K5AAYG
-A KUBE-SVC-JR3SBCD4C6K5AAYG -m comment --comment "shop/cart:http cluster IP" -m udp -p udp -d 10.96.0.10 --dport 80 ! -s 10.244.0.0/16 -j KUBE-MARK-MASQ
-A KUBE-SVC-JR3SBCD4C6K5AAYG -m comment --comment "shop/cart:http -> 10.244.0.2:8080" -m recent --name KUBE-SEP-BSBVM23WWSHUI7WZ --rcheck --seconds 3 --reap -j KUBE-SEP-BSBVM23WWSHUI7WZ
-A KUBE-SVC-JR3SBCD4C6K5AAYG -m comment --comment "shop/cart:http -> 10.244.0.3:8080" -m recent --name KUBE-SEP-PNQQ4HRKPIOYOHBG --rcheck --seconds 3 --reap -j KUBE-SEP-PNQQ4HRKPIOYOHBG
-A KUBE-SVC-JR3SBCD4C6K5AAYG -m comment --comment "shop/cart:http -> 10.244.0.4:8080" -m recent --name KUBE-SEP-Q3Z5HKRIGJKDJ44F --rcheck --seconds 3 --reap -j KUBE-SEP-Q3Z5HKRIGJKDJ44F
-A KUBE-SVC-JR3SBCD4C6K5AAYG -m comment --comment "shop/cart:http -> 10.244.0.2:8080" -m statistic --mode random --probability 1 -j KUBE-SEP-BSBVM23WWSHUI7WZ
-A KUBE-SVC-JR3SBCD4C6K5AAYG -m comment --comment "shop/cart:http -> 10.244.0.3:8080" -m statistic --mode random --probability 1 -j KUBE-SEP-PNQQ4HRKPIOYOHBG
-A KUBE-SVC-JR3SBCD4C6K5AAYG -m comment --comment "shop/cart:http -> 10.244.0.4:8080" -j KUBE-SEP-Q3Z5HKRIGJKDJ44F
-A KUBE-SEP-BSBVM23WWSHUI7WZ -m comment --comment shop/cart:http -s 10.244.0.2 -j KUBE-MARK-MASQ
-A KUBE-SEP-BSBVM23WWSHUI7WZ -m comment --comment shop/cart:http -m recent --name KUBE-SEP-BSBVM23WWSHUI7WZ --set -m udp -p udp -j DNAT --to-destination 10.244.0.2:8080
-A KUBE-SEP-PNQQ4HRKPIOYOHBG -m comment --comment shop/cart:http -s 10.244.0.3 -j KUBE-MARK-MASQ
-A KUBE-SEP-PNQQ4HRKPIOYOHBG -m comment --comment shop/cart:http -m recent --name KUBE-SEP-PNQQ4HRKPIOYOHBG --set -m udp -p udp -j DNAT --to-destination 10.244.0.3:8080
-A KUBE-SEP-Q3Z5HKRIGJKDJ44F -m comment --comment shop/cart:http -s 10.244.0.4 -j KUBE-MARK-MASQ
-A KUBE-SEP-Q3Z5HKRIGJKDJ44F -m comment --comment shop/cart:http -m recent --name KUBE-SEP-Q3Z5HKRIGJKDJ44F --set -m udp -p udp -j DNAT --to-destination 10.244.0.4:8080
-A KUBE-NODEPORTS -m comment --comment shop/cart:http -m udp -p udp --dport 30080 -j KUBE-EXT-JR3SBCD4C6K5AAYG
-A KUBE-EXT-JR3SBCD4C6K5AAYG -m comment --comment "masquerade traffic for shop/cart:http external destinations" -j KUBE-MARK-MASQ
-A KUBE-EXT-JR3SBCD4C6K5AAYG -j KUBE-SVC-JR3SBCD4C6K5AAYG
-A KUBE-SERVICES -m comment --comment "kubernetes service nodeports; NOTE: this must be the last rule in this chain" -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS
COMMIT
EOF
