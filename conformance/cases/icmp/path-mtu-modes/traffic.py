from frames import *

H0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
H1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
ME, GATEWAY = "10.2.0.1", "10.2.0.2"
t = Traffic(__file__)


def right(packet):
    t.send("right:eth0", ethernet(H1, RIGHT, IPV4, packet))


def left(to):
    t.send("left:eth0", ethernet(H0, LEFT, IPV4, datagram("10.1.0.2", to, payload=bytes(972))))


def ask(who):
    right(echo(who, ME, payload=bytes(972), flags=0))


def learn(about, mtu=800):
    right(ipv4(GATEWAY, ME, ICMP, icmp(3, 4, 0, mtu, ipv4(ME, about, ICMP, icmp(0, 0, 1, 1)))))
    ask(about)
    left(about)


def at(seconds):
    t.wait(seconds - t.clock_us / 1e6)


learn("10.9.0.1")
for mode in (1, 2, 3):
    at(mode + 0.5)
    learn("10.9.0.%d" % (1 + mode))
at(4.5)
learn("10.9.0.5")
left("10.9.0.1")
at(5.5)
learn("10.9.0.6")
at(8.5)
ask("10.9.0.6")
left("10.9.0.6")
ask("10.9.0.5")
t.write()
