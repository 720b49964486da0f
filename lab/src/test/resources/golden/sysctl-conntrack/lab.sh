ip netns add n
ip netns exec n sysctl -w net.netfilter.nf_conntrack_max=5
ip netns exec n sysctl -w net.netfilter.nf_conntrack_max=x
ip netns exec n sysctl -w net.netfilter.nf_conntrack_buckets=5
ip netns exec n sysctl -w net.netfilter.nf_conntrack_expect_max=5
ip netns exec n sysctl -w net.netfilter.nf_conntrack_count=5
ip netns exec n sysctl net.netfilter.nf_conntrack_max net.netfilter.nf_conntrack_expect_max net.netfilter.nf_conntrack_count
ip netns exec n sysctl -q -w net.netfilter.nf_conntrack_max=5 net.netfilter.nf_conntrack_events=0
ip netns exec n sysctl net.nf_conntrack_max
ip netns exec n sysctl -n net.netfilter.nf_conntrack_events
ip netns exec n sysctl -w net.netfilter.nf_conntrack_events=2
ip netns exec n sysctl -w net.netfilter.nf_conntrack_events=3
ip netns exec n sysctl -w net.netfilter.nf_conntrack_acct=2
ip netns exec n sysctl -w net.netfilter.nf_conntrack_acct=-1
ip netns exec n sysctl -w net.netfilter.nf_conntrack_acct=1
ip netns exec n sysctl -w net.netfilter.nf_conntrack_checksum=2
ip netns exec n sysctl -w net.netfilter.nf_conntrack_timestamp=1
ip netns exec n sysctl -w net.netfilter.nf_conntrack_timestamp=2
ip netns exec n sysctl -w net.netfilter.nf_conntrack_log_invalid=255
ip netns exec n sysctl -w net.netfilter.nf_conntrack_log_invalid=256
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_loose=2
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_be_liberal=2
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_ignore_invalid_rst=2
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_max_retrans=255
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_max_retrans=256
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_max_retrans=-1
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_timeout_established=8589934
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_timeout_established=8589935
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_timeout_established=-1
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_timeout_established=-8589934
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_timeout_established=-8589935
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_timeout_none=1
ip netns exec n sysctl -w net.netfilter.nf_conntrack_tcp_timeout_syn_sent2=1
ip netns exec n sysctl net.netfilter.nf_conntrack_tcp_timeout_established
ip netns exec n sysctl -w net.netfilter.nf_conntrack_udp_timeout=0
ip netns exec n sysctl -w net.netfilter.nf_conntrack_icmpv6_timeout=7
ip netns exec n sysctl -r 'nf_conntrack' -a
