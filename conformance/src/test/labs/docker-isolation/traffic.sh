# Sourced by ../record.sh.
ends=(web.eth0 app.eth0 cache.eth0 outside.eth0)

serve() {
  web web
  echo_tcp web 7000
  echo_tcp cache 6379
  echo_tcp app 3000
  echo_tcp outside 5000
}

talk() {
  local patience=1 host=192.168.1.100
  get outside --interface 203.0.113.77 http://$host:8080/page.txt
  talk_tcp app 172.18.0.3:6379 1000
  echo_request cache -c 2 172.18.0.2
  talk_tcp app 203.0.113.77:5000 300
  talk_tcp web 203.0.113.77:5000 300
  # From one network to the other: dropped by the second stage.
  talk_tcp web 172.18.0.2:3000
  talk_tcp app 172.17.0.2:80
  echo_request cache -c 2 172.17.0.2
  talk_udp web 172.18.0.3:9
  # The gateways of both networks are the host: INPUT, not FORWARD.
  echo_request app -c 2 172.17.0.1
  echo_request web -c 1 172.18.0.1
  talk_tcp app $host:8080
  # From a neighbour that routes inwards; the route is not the lab's.
  ip -n outside route add 172.16.0.0/12 via $host
  talk_tcp outside 172.18.0.2:3000,bind=203.0.113.77
  talk_tcp outside 172.17.0.2:7000,bind=203.0.113.77
  get outside --interface 203.0.113.77 http://172.17.0.2/missing   # published, hence open by its own address, too
  echo_request outside -c 2 -I 203.0.113.77 172.18.0.3
  ip -n outside route del 172.16.0.0/12
  trace app -m 3 203.0.113.77
}
