#!/bin/bash
# Records the captures beside this file: real programs talk through lab.sh on this machine's kernel.
# Everything happens in private namespaces with a tmpfs on /run, so names cannot clash, the machine's own network is
# never touched, and nothing is left behind even after kill -9. Run as root: ./record.sh (about 15 seconds).
set -euo pipefail

need() {
  command -v "$1" >/dev/null || { echo "record.sh: '$1' is missing; as root: apt-get install $2" >&2; exit 1; }
}
all=(iproute2 iptables ethtool procps tcpdump curl nginx-light dnsmasq-base bind9-dnsutils iperf3 socat traceroute iputils-ping)
for tool in ip iptables ethtool sysctl tcpdump curl nginx dnsmasq dig iperf3 socat traceroute ping unshare; do
  need "$tool" "${all[*]}"
done
[ "$(id -u)" = 0 ] || { echo "record.sh: must run as root" >&2; exit 1; }

if [ "${RECORD_PRIVATE:-}" != 1 ]; then
  RECORD_PRIVATE=1 exec unshare --net --mount --pid --fork --kill-child --mount-proc bash "$0"
fi

here=$(cd "$(dirname "$0")" && pwd)
mount -t tmpfs tmpfs /run
mkdir /run/netns /run/recording
cd /run/recording
ip link set lo up
bash "$here/lab.sh" >lab.log

ends=(nginx api db internet)
in_ns() { local ns=$1; shift; ip netns exec "$ns" "$@"; }
# A phase's programs may fail by intention (that is what is recorded); their words would only confuse.
quiet() { "$@" >/dev/null 2>&1 || true; }

# A capture must hold what a wire would: whole frames with their checksums, not the kernel's large unfinished segments.
for dev in eth0 vethnginx vethapi vethdb; do
  ethtool -K "$dev" tx off tso off gso off gro off >/dev/null
done
for ns in "${ends[@]}"; do
  in_ns "$ns" ethtool -K eth0 tx off tso off gso off gro off >/dev/null
done

# From the first frame on: an end's ARP belongs to its capture.
dumps=()
for ns in "${ends[@]}"; do
  ip netns exec "$ns" tcpdump -n -U --immediate-mode -B 16384 -s 65535 -Z root -Q out -i eth0 -w "$ns.pcap" 2>"$ns.err" &
  dumps+=($!)
done
for ns in "${ends[@]}"; do
  until grep -qs 'listening on' "$ns.err"; do sleep 0.05; done
done

# --- servers -------------------------------------------------------------------------------------------------------
# Counting lines: no two segments are alike, yet the captures compress well.
mkdir www
seq -w 1 45000 | head -c 300000 >www/large.txt
seq -w 1 100 >www/small.txt
for ns in nginx internet; do
  mkdir "nginx-$ns"
  cat >"$ns.conf" <<EOF
pid /run/recording/nginx-$ns/pid;
error_log /run/recording/nginx-$ns/error.log;
user root;
worker_processes 1;
events {}
http {
  access_log off;
  server_tokens off;
  client_body_temp_path /run/recording/nginx-$ns/body;
  proxy_temp_path /run/recording/nginx-$ns/proxy;
  fastcgi_temp_path /run/recording/nginx-$ns/fastcgi;
  uwsgi_temp_path /run/recording/nginx-$ns/uwsgi;
  scgi_temp_path /run/recording/nginx-$ns/scgi;
  server { listen 80; root /run/recording/www; }
}
EOF
  in_ns "$ns" nginx -c "/run/recording/$ns.conf" -g 'daemon off;' 2>/dev/null &
done
in_ns internet dnsmasq --conf-file=/dev/null --keep-in-foreground --no-hosts --no-resolv --pid-file= --user=root \
  --bind-interfaces --listen-address=203.0.113.53 --local=/example/ \
  --host-record=www.shop.example,203.0.113.10 --txt-record=shop.example,"two containers and a database" 2>/dev/null &
in_ns api socat TCP-LISTEN:3000,fork,reuseaddr EXEC:cat &
in_ns db socat TCP-LISTEN:5432,fork,reuseaddr EXEC:cat &
in_ns db iperf3 -s -p 5201 >/dev/null 2>&1 &
in_ns internet iperf3 -s -B 203.0.113.10 -p 5202 >/dev/null 2>&1 &
sleep 0.4

# Loss is made where frames end, never on the host: so each lost frame has crossed it, and so does its retransmission.
lose() { in_ns "$1" iptables -A INPUT -p tcp "$2" "$3" -m statistic --mode nth --every "$4" --packet "$5" -j DROP; }
lose internet --sport 8080 41 30   # downloads from nginx
lose nginx --dport 80 97 50        # their acknowledgements and requests
lose api --sport 80 37 20          # api's own download
lose db --dport 5432 23 15         # on the bridge
lose db --dport 5201 71 40

site=http://192.168.1.100:8080
web=http://203.0.113.10
client=(in_ns internet curl -s -o /dev/null --max-time 8 --interface 203.0.113.77)

# --- the first seconds: one of each kind ---------------------------------------------------------------------------
# Addresses that nobody has: ARP fails after three seconds, on the bridge and, behind MASQUERADE, on the host's uplink.
quiet in_ns nginx ping -n -c 1 -W 4 172.17.0.9 &
slow=($!)
quiet in_ns api ping -n -c 1 -W 4 192.168.1.50 &
slow+=($!)

quiet "${client[@]}" $site/small.txt
quiet "${client[@]}" $site/missing.html
quiet in_ns api curl -s -o /dev/null --max-time 5 $web/small.txt
quiet in_ns api dig +tries=1 +time=2 @203.0.113.53 www.shop.example
quiet in_ns nginx dig +tries=1 +time=2 @203.0.113.53 nowhere.shop.example
quiet in_ns db dig +tcp +tries=1 +time=2 @203.0.113.53 shop.example TXT
quiet in_ns api ping -n -c 3 -i 0.1 203.0.113.10
quiet in_ns api ping -n -c 3 -i 0.1 172.17.0.4
quiet in_ns db ping -n -c 2 -i 0.1 172.17.0.1
quiet in_ns internet ping -n -c 3 -i 0.1 -I 203.0.113.77 192.168.1.100
# Fragments: reassembled and cut again where the host translates, untouched on the bridge.
quiet in_ns api ping -n -c 2 -i 0.1 -s 2000 203.0.113.10
quiet in_ns nginx ping -n -c 2 -i 0.1 -s 2000 172.17.0.4

# Time exceeded: from the host, as a router and, for the published port, behind its own DNAT.
quiet in_ns api ping -n -c 1 -W 1 -t 1 203.0.113.10
quiet in_ns nginx traceroute -n -q 1 -w 1 -m 4 203.0.113.10
quiet in_ns internet traceroute -n -q 1 -w 1 -m 3 -T -p 8080 -s 203.0.113.77 192.168.1.100

# Nobody listens: port unreachable and RST, from the host, from a container, and from outside through MASQUERADE.
udp() { echo "anyone there?" | quiet in_ns "$1" socat -u - "UDP:$2"; }
tcp() { quiet in_ns "$1" socat -u OPEN:/dev/null "TCP:$2,connect-timeout=2"; }
udp internet 192.168.1.100:9,bind=203.0.113.77
udp nginx 172.17.0.3:9
udp api 203.0.113.10:9
udp db 172.17.0.1:9
udp api 172.17.255.255:9,broadcast
tcp internet 192.168.1.100:22,bind=203.0.113.77
tcp nginx 172.17.0.3:81
tcp db 203.0.113.10:81
tcp api 192.168.1.100:8080   # from inside, the published port is the host's own, where no proxy listens

# A neighbour that routes to the containers' subnet by itself: FORWARD's policy drops it. The route is not the lab's.
ip -n internet route add 172.17.0.0/16 via 192.168.1.100
tcp internet 172.17.0.3:3000,bind=203.0.113.77 &
slow+=($!)
quiet in_ns internet ping -n -c 2 -i 0.2 -W 1 -I 203.0.113.77 172.17.0.4
udp internet 172.17.0.4:5432,bind=203.0.113.77

# --- more of it, with loss -----------------------------------------------------------------------------------------
echo_to() { seq -w 1 "$3" | quiet in_ns "$1" socat -t 2 - "TCP:$2"; }
bulk=()
quiet "${client[@]}" $site/large.txt & bulk+=($!)
quiet "${client[@]}" $site/large.txt $site/small.txt & bulk+=($!)
quiet "${client[@]}" "$site/small.txt?[1-250]" & bulk+=($!)
quiet in_ns api curl -s -o /dev/null --max-time 8 $web/large.txt $web/small.txt & bulk+=($!)
echo_to api 172.17.0.4:5432 12000 & bulk+=($!)
echo_to nginx 172.17.0.3:3000 4000 & bulk+=($!)
wait "${bulk[@]}"

quiet in_ns api iperf3 -c 172.17.0.4 -p 5201 -n 500K -l 8K
quiet in_ns nginx iperf3 -c 203.0.113.10 -p 5202 -u -b 3M -l 1200 -n 240K
quiet in_ns db iperf3 -c 203.0.113.10 -p 5202 -R -n 300K -l 8K
quiet in_ns api iperf3 -c 172.17.0.4 -p 5201 -u -b 3M -l 400 -n 60K
for _ in 1 2 3; do
  quiet "${client[@]}" $site/large.txt
  sleep 0.3
done
# Longer than the five seconds after which an end asks its neighbours again, so that unicast ARP is there too.
for i in 1 2 3 4 5 6; do
  quiet "${client[@]}" "$site/small.txt?$i"
  quiet in_ns api curl -s -o /dev/null --max-time 5 "$web/small.txt?$i"
  quiet in_ns db dig +tries=1 +time=2 @203.0.113.53 www.shop.example
  quiet in_ns db ping -n -c 1 -W 1 172.17.0.2
  sleep 0.5
done
wait "${slow[@]}"
ip -n internet route del 172.17.0.0/16
sleep 0.3

# --- check, then keep ----------------------------------------------------------------------------------------------
kill "${dumps[@]}"
wait "${dumps[@]}"
for ns in "${ends[@]}"; do
  grep -q '^0 packets dropped by kernel' "$ns.err" || { cat "$ns.err" >&2; echo "$ns: frames lost, run again" >&2; exit 1; }
  if [ "$(tcpdump -r "$ns.pcap" --count 'greater 1515' 2>/dev/null | cut -d' ' -f1)" != 0 ]; then
    echo "$ns: frames above 1514 bytes: is an offload still on?" >&2
    exit 1
  fi
done
cp nginx.pcap api.pcap db.pcap internet.pcap "$here"/
for ns in "${ends[@]}"; do
  echo "$ns.pcap: $(tcpdump -r "$ns.pcap" --count 2>/dev/null), $(stat -c %s "$ns.pcap") bytes, $(grep 'dropped by kernel' "$ns.err")"
done
