#!/bin/bash
# Records the captures of the labs again: ./record.sh [LAB...]; as root; a few seconds each.
# A lab's traffic.sh says which ends talk (ends) and what they do (talk); this file holds what all labs share. As in
# examples/docker-host, all of it happens in private namespaces, so nothing is left behind.
set -euo pipefail

for tool in ip iptables ethtool sysctl tcpdump socat ping traceroute curl nginx dig dnsmasq python3 unshare; do
  command -v "$tool" >/dev/null || {
    echo "record.sh: '$tool' is missing; as root: apt-get install iproute2 iptables ethtool procps tcpdump socat" \
      "iputils-ping traceroute curl nginx-light bind9-dnsutils dnsmasq-base python3" >&2
    exit 1
  }
done
[ "$(id -u)" = 0 ] || { echo "record.sh: must run as root" >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)

if [ "${RECORD_PRIVATE:-}" != 1 ]; then
  cd "$here"
  [ $# -gt 0 ] || set -- */
  export PYTHONDONTWRITEBYTECODE=1
  for lab in "$@"; do
    lab=${lab%/}
    if [ -e "$here/$lab/generate.py" ]; then
      python3 "$here/$lab/generate.py"
    else
      RECORD_PRIVATE=1 unshare --net --mount --pid --fork --kill-child --mount-proc bash "$here/record.sh" "$lab"
    fi
  done
  exit 0
fi

lab=$here/$1
mount -t tmpfs tmpfs /run
mkdir /run/netns /run/recording
cd /run/recording
ip link set lo up
bash -e "$lab/lab.sh" >lab.log

# --- what a traffic.sh may use -------------------------------------------------------------------------------------
# A program may fail by intention; its words would only confuse.
in_ns() { local ns=$1; shift; ip netns exec "$ns" "$@" >/dev/null 2>&1 || true; }
background() { in_ns "$@" & }
echo_tcp() { background "$1" socat "TCP-LISTEN:$2,fork,reuseaddr" EXEC:cat; }
echo_udp() { background "$1" socat -T 1 "UDP-LISTEN:$2,fork,reuseaddr" EXEC:cat; }
silent_udp() { background "$1" socat -u "UDP-RECV:$2" OPEN:/dev/null; }
web() {
  mkdir -p www
  seq -w 1 1500 >www/page.txt
  cat >"$1.conf" <<EOF
pid /run/recording/$1.pid; error_log /run/recording/$1.log; user root; worker_processes 1;
events {}
http { access_log off; server_tokens off; etag off; client_body_temp_path /run/recording; proxy_temp_path /run/recording;
  fastcgi_temp_path /run/recording; uwsgi_temp_path /run/recording; scgi_temp_path /run/recording;
  server { listen 80; root /run/recording/www; } }
EOF
  background "$1" nginx -c "/run/recording/$1.conf" -g 'daemon off;'
}
names() {
  background "$1" dnsmasq --conf-file=/dev/null --keep-in-foreground --no-hosts --no-resolv --pid-file= --user=root \
    --bind-interfaces "--listen-address=$2" --local=/example/ "--host-record=www.shop.example,$2"
}
# talk_tcp NS ADDRESS:PORT[,socat options] [LINES]: sends numbered lines and reads what comes back
talk_tcp() { seq -w 1 "${3:-500}" | in_ns "$1" socat -t 1 - "TCP:$2,connect-timeout=${patience:-1}"; }
talk_udp() { seq -w 1 "${3:-20}" | in_ns "$1" socat -t 0.2 - "UDP:$2"; }
echo_request() { local ns=$1; shift; in_ns "$ns" ping -n -i 0.1 -W 1 "$@"; }
trace() { local ns=$1; shift; in_ns "$ns" traceroute -n -q 1 -w 1 "$@"; }
get() { local ns=$1; shift; in_ns "$ns" curl -s --max-time 2 "$@"; }

. "$lab/traffic.sh"

# --- record --------------------------------------------------------------------------------------------------------
# Whole frames with their checksums, as on a wire: offloads off at every end of every veth.
for ns in '' $(ip netns list | cut -d' ' -f1); do
  for dev in $(ip ${ns:+-n "$ns"} -o link show type veth | cut -d' ' -f2 | cut -d@ -f1); do
    ${ns:+ip netns exec "$ns"} ethtool -K "$dev" tx off tso off gso off gro off >/dev/null
  done
done

dumps=()
for end in "${ends[@]}"; do
  ip netns exec "${end%%.*}" \
    tcpdump -n -U --immediate-mode -s 65535 -Z root -Q out -i "${end#*.}" -w "$end.pcap" 2>"$end.err" &
  dumps+=($!)
done
for end in "${ends[@]}"; do
  until grep -qs 'listening on' "$end.err"; do sleep 0.05; done
done
serve
sleep 0.4
talk
sleep 0.3
kill "${dumps[@]}"
wait "${dumps[@]}"

for end in "${ends[@]}"; do
  grep -q '^0 packets dropped by kernel' "$end.err" || { cat "$end.err" >&2; echo "$end: frames lost, run again" >&2; exit 1; }
  cp "$end.pcap" "$lab"/
  echo "$1/$end.pcap: $(tcpdump -r "$end.pcap" --count 2>/dev/null), $(stat -c %s "$end.pcap") bytes"
done
