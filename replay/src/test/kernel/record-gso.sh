#!/usr/bin/env bash
# Records what this machine's kernel does with frames that stand for several segments, for SegmentsOnTheWayTest: as root, in
# throw-away namespaces, those of gso.sh. Needs ethtool, python3, tcpdump.
#   frames.pcap.gz       what came in to the router, before it knew anything smaller than 1500
#   forward-MTU.pcap.gz  what left it by an interface of that MTU; answer-MTU.pcap.gz: the errors that it sent back
#   split.pcap.gz        what left it where it had to cut the segments of TCP itself
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
into=$here/../resources/io/ringway/replay/gso

if [[ ${1:-} != inside ]]; then
    exec unshare --net --mount --pid --fork --kill-child --mount-proc bash "$0" inside
fi
mount -t tmpfs tmpfs /run
mkdir /run/netns
ip link set lo up
# shellcheck source=/dev/null
source "$here/../resources/io/ringway/replay/gso.sh"
ip netns exec r sysctl -qw net.ipv4.icmp_ratelimit=0
ip netns exec b iptables -A INPUT -j DROP

# The frames once more, into FILE of what goes by INTERFACE in that direction.
record() {
    local taps=()
    while (($#)); do
        ip netns exec r tcpdump -B 16384 -s 66000 -i "$1" -Q "$2" -w "/run/$3" "$4" 2>/dev/null &
        taps+=($!)
        shift 4
    done
    sleep 2
    ip netns exec a python3 "$here/gso-frames.py"
    sleep 1
    kill "${taps[@]}"
    wait "${taps[@]}" || true
}

record ra in frames.pcap ip rb out forward-1500.pcap ip
for mtu in 9000 1499 1400 576; do
    ip -n r link set rb mtu $mtu
    record rb out forward-$mtu.pcap ip ra out answer-$mtu.pcap icmp
done
ip -n r link set rb mtu 1500
ip netns exec r ethtool -K rb tso off >/dev/null
record rb out split.pcap tcp
gzip -9n /run/*.pcap
mv /run/*.pcap.gz "$into"
