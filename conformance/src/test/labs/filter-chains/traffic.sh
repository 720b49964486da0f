# Sourced by ../record.sh.
ends=(left.eth0 other.eth0 right.eth0)

serve() {
  for port in 22 80 81 82 443; do echo_tcp right $port; done
  echo_tcp left 22
  echo_udp right 53
  echo_udp right 54
}

talk() {
  local end patience=0.5
  for end in left other; do
    echo_request $end -c 2 10.2.0.2               # other: dropped
    for port in 22 80 81 82 443 444; do
      talk_tcp $end 10.2.0.2:$port 2200
    done
    talk_udp $end 10.2.0.2:53
    talk_udp $end 10.2.0.2:54
    echo_request $end -c 1 10.1.0.1
    talk_tcp $end 10.1.0.1:22                     # left: the router refuses; other: dropped by policy
    talk_udp $end 10.1.0.1:9
  done
  talk_tcp right 10.1.0.2:22
  talk_tcp right 10.2.0.1:22
  echo_request right -c 1 -W 1 10.2.0.1           # INPUT's policy
  echo_request right -c 2 10.1.0.2
  trace left -m 3 10.2.0.2
}
