# Sourced by ../record.sh.
ends=(left.eth0 right.eth0)

serve() {
  echo_tcp right 5000
  echo_tcp right 5005
  echo_tcp left 8000
  echo_tcp left 8001
  echo_udp right 5001
}

talk() {
  local patience=1
  talk_tcp left 10.2.0.2:5000 3000
  talk_udp left 10.2.0.2:5001
  echo_request left -c 4 10.2.0.2
  talk_udp left 10.2.0.2:9                # RELATED: port unreachable
  trace left -m 3 10.2.0.2                # RELATED as well; time exceeded is the router's own
  echo_request left -c 2 -s 2000 10.2.0.2
  talk_tcp left 10.2.0.2:5005             # NEW, but not to this port
  talk_tcp right 10.1.0.2:8000            # the one port that is open inwards
  talk_tcp right 10.1.0.2:8001
  talk_udp right 10.1.0.2:9
  echo_request right -c 2 10.1.0.2
  in_ns right python3 "$lab/invalid.py"
  talk_tcp left 10.2.0.2:5000 200
}
