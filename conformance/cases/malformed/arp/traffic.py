from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


def arps(message, destination=BROADCAST):
    t.send("left:eth0", ethernet(destination, LEFT, ARP, message))


good = arp(1, LEFT, A, ZERO, ME)
for cut in (0, 7, 8, 20, 27):
    arps(good[:cut])
arps(good)
arps(good + bytes(18))
for start in ("0006080006040001", "0002080006040001", "0001080606040001", "0001080007040001", "0001080006050001", "0001080005040001",
              "0001080006040000", "0001080006040003", "0001080006040008", "0001080006040009", "000108000604ffff"):
    arps(bytes.fromhex(start) + good[8:])
for sender, target in ((A, "224.0.0.1"), (A, "127.0.0.1"), (A, "0.0.0.0"), (A, "255.255.255.255"), (A, "10.1.0.255"), ("0.0.0.0", ME), ("127.0.0.1", ME),
                       ("224.0.0.1", ME), ("255.255.255.255", ME), (ME, ME), (A, A), (A, B)):
    arps(arp(1, LEFT, sender, ZERO, target))
arps(good, ROUTER)
arps(good, "02:00:00:00:00:99")
arps(arp(1, BROADCAST, A, ZERO, ME))
t.write()
