ip netns add a
ip -n a link add e0 type veth peer name e1
ip netns exec a sysctl -w net.ipv4.ip_forward=1
ip netns exec a sysctl -n net.ipv4.conf.e0.forwarding net.ipv4.conf.default.forwarding
ip netns exec a sysctl -w net.ipv4.conf.e0.forwarding=0
ip netns exec a sysctl -w net.ipv4.ip_forward=1
ip netns exec a sysctl -n net.ipv4.conf.e0.forwarding net.ipv4.conf.e1.forwarding
ip netns exec a sysctl -w net.ipv4.conf.all.forwarding=1
ip netns exec a sysctl -n net.ipv4.conf.e0.forwarding
ip netns exec a sysctl -w net.ipv4.conf.all.accept_redirects=1
ip netns exec a sysctl -w net.ipv4.ip_forward=1
ip netns exec a sysctl -n net.ipv4.conf.all.accept_redirects
ip netns exec a sysctl -w net.ipv4.ip_forward=2
ip netns exec a sysctl -n net.ipv4.conf.e0.forwarding net.ipv4.conf.all.accept_redirects
ip netns exec a sysctl -w net.ipv4.ip_forward=0
ip netns exec a sysctl -n net.ipv4.conf.e0.forwarding net.ipv4.conf.all.accept_redirects
