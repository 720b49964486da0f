# Sourced by ../record.sh.
ends=(web.eth0 client.eth0 outside.eth0)

serve() {
  web web
  echo_tcp web 7000
  echo_udp web 53
}

talk() {
  local host=192.168.1.100
  get outside --interface 203.0.113.77 http://$host:8080/page.txt http://$host:8080/missing
  get client http://$host:8080/page.txt
  get web http://$host:8080/page.txt                # the hairpin: out and in by the same port
  get client http://172.17.0.1:8080/page.txt        # docker0's address is the host's, too
  get outside http://$host:8080/page.txt
  talk_udp outside $host:5300,bind=203.0.113.77
  talk_udp client $host:5300
  talk_udp web $host:5300
  talk_tcp outside $host:7000 300
  talk_tcp outside $host:80                         # not published: the host itself refuses
  talk_udp outside $host:53
  talk_tcp client 172.17.0.2:7000 300               # on the bridge, without the host
  echo_request web -c 2 203.0.113.77
  trace outside -T -p 8080 -m 3 $host
}
