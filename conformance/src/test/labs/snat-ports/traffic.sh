# Sourced by ../record.sh.
ends=(one.eth0 two.eth0 server.eth0)

serve() {
  echo_tcp server 5000
  echo_tcp server 6000
  echo_udp server 5001
  silent_udp server 5002
}

talk() {
  local server=203.0.113.10
  echo_request one -c 3 $server
  talk_tcp one $server:6000 1500
  talk_tcp two $server:6000 500
  talk_tcp one $server:5000,sourceport=40003 1500     # inside the range: kept
  talk_tcp two $server:5000,sourceport=40004 500
  talk_udp one $server:5001,bind=10.0.0.2:1234        # the single port
  talk_udp two $server:5001,bind=10.0.0.3:1234        # taken: nothing is left to choose
  # Outside the range: a random port of it, so nothing may answer.
  for port in 1111 2222 3333; do
    echo hello | in_ns one socat -u - UDP:$server:5002,bind=10.0.0.2:$port
  done
  talk_udp one $server:9                              # port unreachable, translated back
  talk_tcp two $server:81                             # RST
  trace two -m 3 $server
  talk_tcp server 203.0.113.5:6000                    # the translation's address is the host's own
  talk_udp server 203.0.113.6:45001
  echo_request server -c 1 203.0.113.6
}
