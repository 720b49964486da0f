# Sourced by ../record.sh.
ends=(one.eth0 two.eth0 server.eth0)

serve() {
  echo_tcp server 5000
  echo_udp server 5001
  silent_udp server 5002
  names server 203.0.113.10
  web server
}

talk() {
  echo_request one -c 3 203.0.113.10
  talk_tcp one 203.0.113.10:5000 1500
  talk_tcp two 203.0.113.10:5000 1500
  talk_udp two 203.0.113.10:5001
  get one http://203.0.113.10/page.txt http://203.0.113.10/missing
  in_ns one dig +tries=1 +time=1 @203.0.113.10 www.shop.example
  in_ns two dig +tcp +tries=1 +time=1 @203.0.113.10 nowhere.shop.example
  talk_udp one 203.0.113.10:9                 # port unreachable, translated back
  talk_tcp two 203.0.113.10:81                # RST, translated back
  trace two -m 3 203.0.113.10
  echo_request one -c 2 -s 2000 203.0.113.10  # reassembled to be translated
  # The same source port twice. The second client's new port is random, so nothing may answer.
  for _ in 1 2; do
    echo one | in_ns one socat -u - UDP:203.0.113.10:5002,bind=10.0.0.2:40000
    echo two | in_ns two socat -u - UDP:203.0.113.10:5002,bind=10.0.0.3:40000
  done
  # From outside: the host's own ports, and an answer to nothing.
  talk_tcp server 203.0.113.1:5000
  talk_udp server 203.0.113.1:5001
  echo_request server -c 2 203.0.113.1
  # Between the clients no rule applies.
  echo_request one -c 1 10.0.0.3
}
