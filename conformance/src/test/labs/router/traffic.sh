# Sourced by ../record.sh.
ends=(left.eth0 right.eth0)

serve() {
  echo_tcp right 5000
  echo_tcp left 5000
  echo_udp right 5001
}

talk() {
  # Nobody has this address: ARP fails after three seconds, for all that waited.
  in_ns left ping -n -c 3 -i 0.2 -W 4 10.2.0.99 &
  local slow=$!
  echo_request left -c 3 10.2.0.2
  echo_request right -c 2 10.1.0.2
  echo_request left -c 2 10.1.0.1
  echo_request left -c 2 10.2.0.1          # the router's far side is the router, too
  talk_tcp left 10.2.0.2:5000 3000
  talk_tcp right 10.1.0.2:5000 500
  talk_udp left 10.2.0.2:5001
  echo_request left -c 1 -t 1 10.2.0.2
  trace left -m 3 10.2.0.2
  echo_request left -c 2 10.9.9.9          # no route
  talk_tcp right 10.9.9.9:80
  talk_tcp left 10.1.0.1:22                # nobody listens: RST, port unreachable
  talk_udp right 10.1.0.2:9
  talk_udp left 10.2.0.1:9
  echo hello | in_ns left socat -u - UDP:10.2.0.255:5001,broadcast
  echo_request left -c 2 -s 2000 10.2.0.2  # fragments pass as they are
  wait $slow
  sleep 0.5                                # well after the timer, so that it cannot be a race in a replay
  echo_request left -c 2 10.2.0.2
}
