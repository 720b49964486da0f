sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
sysctl -q -w net.ipv6.conf.default.disable_ipv6=1
ip link add va type veth peer name vb
ip link add v.7 type veth peer name v8
sysctl -V
sysctl -a -r '^net.ipv4.ip_forward$'
sysctl -A --pattern ip_default_ttl
sysctl --all --pattern=ip_default_ttl
sysctl -ar ip_default_ttl
sysctl -an -r ip_default_ttl
sysctl -aN -r 'ip_default_ttl|ip_forward$'
sysctl -a -r 'conf.*.rp_filter'
sysctl -N -a -r 'ipv4.neigh.v(a|b).(retrans|ucast)'
sysctl -N -a -r 'net.bridge'
sysctl -N -a -r 'nf_conntrack_tcp_timeout'
sysctl -N -a -r 'ipv6.conf.*.disable_ipv6'
sysctl net.ipv4.conf.va -r rp_filter
sysctl net/ipv4/conf/va -r 'rp_filter|accept_local'
sysctl net.ipv4.conf.nope -r rp
sysctl -N net.ipv4.ip_forward
sysctl --names net.ipv4.ip_forward net.ipv4.ip_default_ttl
sysctl -b net.ipv4.ip_forward net.ipv4.ip_default_ttl
sysctl --values net.ipv4.ip_forward
sysctl -N net.ipv4.ip_forward=1
sysctl -n net.ipv4.ip_forward=1
sysctl -b net.ipv4.ip_forward=1
sysctl -q net.ipv4.ip_forward=1
sysctl -q net.ipv4.ip_forward
sysctl -qw net.ipv4.ip_forward=1
sysctl net.ipv4.ip_forward=0 net.ipv4.ip_forward
sysctl -r ip_forward net.ipv4.ip_forward
sysctl -r nothing net.ipv4.ip_forward
sysctl -r nothing net.ipv4.ip_forward=0
sysctl -e net.ipv4.nope net.ipv4.ip_forward
sysctl -e net.ipv4.nope
sysctl net.ipv4.ip_forward net.ipv4.nope
sysctl net.ipv4.ip_forward=1 net.ipv4.nope=1
sysctl net.ipv4.ip_forward
sysctl -e net.ipv4.ip_default_ttl=63 net.ipv4.ip_forward=x
sysctl --dry-run net.ipv4.ip_forward=0
sysctl net.ipv4.ip_forward net.ipv4.ip_default_ttl -n
sysctl net.ipv4.conf.va=1
sysctl -w
sysctl -n
cat /proc/sys/net/ipv4/ip_forward
cat /proc/sys/net/ipv4/ip_forward /proc/sys/net/ipv4/ip_default_ttl
cat /proc/sys/net/ipv4/nope
cat /proc/sys/net/ipv4/conf
echo 0 > /proc/sys/net/ipv4/ip_forward
echo -n 1 > /proc/sys/net/ipv4/ip_forward
cat /proc/sys/net/ipv4/ip_forward
echo x > /proc/sys/net/ipv4/ip_forward
echo 300 > /proc/sys/net/ipv4/ip_default_ttl
echo 1 > /proc/sys/net/ipv4/nope
echo > /proc/sys/net/ipv4/ip_forward
echo 2 > /proc/sys/net/ipv4/conf/v.7/rp_filter
cat /proc/sys/net/ipv4/conf/v.7/rp_filter
echo 1 > /proc/sys/net/ipv4/conf
ls /proc/sys/net/ipv4/conf
ls /proc/sys/net/ipv4/neigh
ls /proc/sys/net/bridge
ls /proc/sys/net/ipv4/nope
ls /proc/sys/net/ipv4/ip_forward
ls -1 /proc/sys/net/ipv4/conf/
ls /run/netns
ip netns add b
ip netns add a
ls /run/netns
ip netns exec a ls /proc/sys/net/ipv4/conf
ip netns exec a cat /proc/sys/net/ipv4/ip_default_ttl
ip netns exec a sysctl -n net.ipv4.ip_default_ttl
