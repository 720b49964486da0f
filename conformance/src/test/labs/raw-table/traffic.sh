# Sourced by ../record.sh.
ends=(left.eth0 other.eth0 right.eth0)

serve() {
  echo_tcp right 5000
  echo_udp right 5001
  echo_udp right 5002
  echo_udp right 5003
  silent_udp left 9
  echo_udp left 10
}

talk() {
  local end patience=0.5
  for end in left other; do
    talk_tcp $end 10.2.0.2:5000 5000      # other: dropped by GUARD
    talk_udp $end 10.2.0.2:5001           # other: accepted before GUARD
    talk_udp $end 10.2.0.2:5002           # both: dropped
    talk_udp $end 10.2.0.2:5003
    echo_request $end -c 6 10.2.0.2       # other: ACCEPT in raw does not save it from filter
    echo_request $end -c 1 10.1.0.1
  done
  talk_udp right 10.1.0.2:9
  talk_udp right 10.1.0.2:10
  talk_udp right 10.2.0.1:10              # the router's port unreachable dies in raw OUTPUT
  echo_request right -c 2 10.2.0.1        # so does its echo reply
  echo_request right -c 1 10.1.0.2        # forwarded: OUTPUT does not see it
  talk_udp right 10.1.0.2:77              # the end's port unreachable passes: raw ACCEPT
  trace left -m 3 10.2.0.2
}
