from frames import *

H0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
H1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
ME, GATEWAY, FAR = "10.2.0.1", "10.2.0.2", "10.9.0.1"
t = Traffic(__file__)


def right(packet):
    t.send("right:eth0", ethernet(H1, RIGHT, IPV4, packet))


def left(size, to, flags):
    t.send("left:eth0", ethernet(H0, LEFT, IPV4, datagram("10.1.0.2", to, payload=bytes(size - 28), flags=flags)))


def ask(who, size):
    right(echo(who, ME, sequence=size, payload=bytes(size - 28), flags=0))


def too_big(mtu, quote):
    right(ipv4(GATEWAY, ME, ICMP, icmp(3, 4, 0, mtu, quote)))


def answer(to, size=1000):
    return ipv4(ME, to, ICMP, icmp(0, 0, 1, 1, bytes(size - 28)))[:28]


ask(FAR, 1000)
too_big(800, datagram(ME, FAR))         # UDP without a socket, and an echo request: nobody listens
too_big(800, echo(ME, FAR))
ask(FAR, 1000)
too_big(800, answer(FAR))               # an echo reply is the kernel's own
ask(FAR, 1000)
ask(FAR, 800)
ask("10.9.0.2", 1000)                   # another host behind the same gateway
t.send("h:@ip", datagram("0.0.0.0", FAR, payload=bytes(900), flags=0))
t.send("h:@ip", datagram("0.0.0.0", FAR, payload=bytes(900), flags=DF))
left(1000, FAR, DF)                     # forwarded: as if nothing had been said
too_big(900, answer(FAR))               # larger than what is known: ignored
ask(FAR, 1000)
too_big(700, answer(FAR))
ask(FAR, 1000)
too_big(300, answer(FAR))               # below min_pmtu: 552, and locked, so that forwarding minds it, too
ask(FAR, 1000)
left(1000, FAR, DF)
left(1000, FAR, 0)
too_big(400, answer(FAR))               # locked: nothing more is learnt
ask(FAR, 540)
too_big(800, answer("10.8.0.1"))        # a route whose MTU is locked
ask("10.8.0.1", 1000)
too_big(0, answer("10.9.0.3"))          # an old router says no size
ask("10.9.0.3", 600)
too_big(800, answer("10.9.0.4")[:24])   # too short to be believed
ask("10.9.0.4", 1000)
too_big(800, answer("10.2.0.2"))        # the neighbour itself
ask("10.2.0.2", 1000)
t.write()
