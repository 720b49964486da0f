import socket

from frames import *

H, G, K = "02:00:00:00:00:01", "02:00:00:00:00:02", "02:00:00:00:00:03"
ME = "10.0.0.1"
t = Traffic(__file__)


def ask(who):
    t.send("g:eth0", ethernet(H, G, IPV4, echo(who, ME)))


def redirect(about, to, adviser="10.0.0.2", code=1, quote=None):
    first, second = struct.unpack(">HH", socket.inet_aton(to))
    quote = quote or ipv4(ME, about, ICMP, icmp(0, 0, 1, 1))
    t.send("g:eth0", ethernet(H, G, IPV4, ipv4(adviser, ME, ICMP, icmp(5, code, first, second, quote))))


def at(seconds):
    t.wait(seconds - t.clock_us / 1e6)


ask("10.9.0.1")
redirect("10.9.0.1", "10.0.0.3")                    # unknown by now: asked for
ask("10.9.0.1")
redirect("10.9.0.1", "10.0.0.3")
ask("10.9.0.1")
ask("10.9.0.2")
redirect("10.9.0.1", "10.0.0.2")                    # not by the gateway in use any more
redirect("10.9.0.2", "10.0.0.3", quote=datagram(ME, "10.9.0.2"))
redirect("10.9.0.2", "10.0.0.3", adviser="10.0.0.4")
redirect("10.9.0.2", "10.0.0.3", code=4)
redirect("10.9.0.2", "10.0.0.2")
redirect("10.9.0.2", "224.0.0.5")
redirect("10.9.0.2", ME)
redirect("10.9.0.2", "10.0.0.255")
redirect("10.0.0.2", "10.0.0.3")                    # no gateway to that at all
ask("10.9.0.2")
redirect("10.9.0.3", "10.7.0.3", code=0)            # another subnet of the same wire
ask("10.9.0.3")
at(1.5)
redirect("10.9.0.4", "10.0.0.3", code=9)            # the interface's own switch is still on; codes count modulo 8
ask("10.9.0.4")
at(2.5)
redirect("10.9.0.5", "10.0.0.3")
ask("10.9.0.5")
at(3.5)
redirect("10.9.0.6", "10.7.0.3")
redirect("10.9.0.6", "10.0.0.3")                    # no gateway of any route
ask("10.9.0.6")
redirect("10.9.0.6", "10.0.0.4")
ask("10.9.0.6")
at(4.5)
redirect("10.9.0.7", "10.0.0.3")
ask("10.9.0.7")
at(5.5)
ask("10.9.0.1")                                     # forgotten with the route
t.write()
