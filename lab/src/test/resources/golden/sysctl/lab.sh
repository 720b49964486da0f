sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
sysctl -q -w net.ipv4.igmp_link_local_mcast_reports=0
sysctl -w net.ipv4.ip_forward=1
sysctl net.ipv4.ip_forward
sysctl -n net.ipv4.ip_forward
sysctl -w net.ipv4.ip_forward = 1
sysctl -w net/ipv4/ip_forward=0
sysctl -w net.ipv4.ip_forward=
sysctl -w net.ipv4.ip_forward=x
sysctl -w net.ipv4.ip_forward=99
sysctl net.ipv4.ip_forward
sysctl -w net.ipv4.ip_forward=-1
sysctl -w net.ipv4.nope=1
sysctl net.ipv4.nope
sysctl -w net.ipv4.ip_forward
sysctl net.ipv4.ip_forward=1
sysctl net.ipv4.ip_forward=1 net.ipv4.conf.all.rp_filter=0
sysctl -w net.ipv4.conf.nope.rp_filter=0
sysctl -q -w net.ipv4.ip_forward=1
sysctl -e -w net.ipv4.nope=1
sysctl -w -n net.ipv4.ip_forward=1
sysctl -w net.ipv4.ip_forward='  1 '
sysctl -w net.ipv4.ip_default_ttl=300
sysctl -w net.ipv4.ip_default_ttl=0
sysctl -w net.ipv4.ip_default_ttl=1
sysctl -w net.ipv4.icmp_ratelimit=-5
sysctl net.ipv4.icmp_ratelimit
sysctl -w net.netfilter.nf_conntrack_udp_timeout=10
sysctl -w net.ipv4.conf.all.rp_filter=7
sysctl -w net.ipv4.conf.all.rp_filter=abc
sysctl -w net.ipv4.conf.all.rp_filter='1 2'
sysctl -w net.ipv4.conf.all.rp_filter=0x10
sysctl net.ipv4.conf.all.rp_filter
sysctl -w net.ipv4.conf.all.rp_filter=99999999999
sysctl -w net.bridge.bridge-nf-call-iptables=0
echo 1 > /proc/sys/net/ipv4/ip_forward
sysctl net.ipv4.ip_forward net.ipv4.conf.all.forwarding net.ipv4.conf.default.forwarding net.ipv4.conf.lo.forwarding
ip link add v0 type veth peer name v1
ip link add v.7 type veth peer name v8
sysctl net.ipv4.conf.v0.forwarding
sysctl -w net.ipv4.conf.v0.rp_filter=2 net.ipv4.conf.default.rp_filter=1
sysctl net.ipv4.conf.v0.rp_filter net.ipv4.conf.v1.rp_filter
ip addr add 10.0.0.1/24 dev v1
sysctl -w net.ipv4.conf.default.rp_filter=0
sysctl net.ipv4.conf.v0.rp_filter net.ipv4.conf.v1.rp_filter
sysctl -w net/ipv4/conf/v.7/rp_filter=1
sysctl net.ipv4.conf.v/7.rp_filter
sysctl -w net.ipv4.neigh.default.base_reachable_time_ms=60000
sysctl -w net.ipv4.neigh.v0.base_reachable_time_ms=60000
sysctl net.ipv4.neigh.v0.base_reachable_time_ms net.ipv4.neigh.v1.base_reachable_time_ms
sysctl net.ipv4.neigh.all.base_reachable_time_ms
sysctl -w net.ipv4.conf.v0.forwarding=0
sysctl net.ipv4.ip_forward net.ipv4.conf.v0.forwarding
