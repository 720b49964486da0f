# Sourced by ../record.sh.
ends=(one.eth0 two.eth0 server.eth0)

serve() {
  echo_tcp server 5000
  echo_udp server 5001
  web one
  web server
}

talk() {
  local server=203.0.113.10
  echo_request one -c 3 $server
  echo_request two -c 2 100.64.0.1
  talk_tcp one $server:5000 1500
  get two http://$server/page.txt
  talk_udp two $server:5001
  talk_udp one $server:9                  # port unreachable, back through both
  talk_tcp two $server:81                 # RST, back through both
  trace one -m 4 $server                  # time exceeded from the first and the second router
  trace two -I -m 4 $server
  echo_request one -c 2 198.51.100.1      # the provider has no route
  echo_request one -c 2 -s 2000 $server
  get server http://203.0.113.1:8080/page.txt
  talk_tcp server 203.0.113.1:8081        # not published: the provider refuses
  echo_request server -c 2 203.0.113.1
  # A neighbour that routes to the space between the routers; the route is not the lab's.
  ip -n server route add 100.64.0.0/24 via 203.0.113.1
  talk_udp server 100.64.0.2:9            # dropped by the provider's rule
  echo_request server -c 1 100.64.0.2
  talk_tcp server 100.64.0.2:22
  ip -n server route del 100.64.0.0/24
}
