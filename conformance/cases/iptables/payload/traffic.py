from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def send(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


for payload in (
    b"needle",
    b"xneedle",
    b"need",
    b"eedle",
    b"NEEDLE",
    b"Needle in a haystack",
    b"haystack" * 9 + b"needle",
    b"needneedle",
    b"aaab",
    b"abaabab",
    b"aa",
    b"",
    b"x",
    b"xxxx",
    b"y" * 1471 + b"x",
    b"\xe3\xa9",
    b"\xc3\x89",
    b"\xdf",
    b"\xbf",
    b"\0\0\0\x18",
    b"\xff\xff\xff\xfe\0",
    b"\0\0\0\5" + b"needle",
):
    send(datagram("10.1.0.2", "10.2.0.2", payload=payload))
send(datagram("10.1.0.2", "10.2.0.2", dport=5001, payload=b"needle", options=b"\x01\x01\x01\x00"))
send(ipv4("10.1.0.2", "10.2.0.2", UDP, b""))
send(ipv4("10.1.0.2", "10.2.0.2", UDP, b"\x0f\xa0\x13\x88\0\x0e\0\0needle", flags=MF, offset=24, ident=3))
send(echo("10.1.0.2", "10.1.0.1", payload=b"needle"))
send(echo("10.1.0.2", "10.1.0.1", payload=b"-needle"))
send(datagram("10.1.0.2", "10.1.0.1", payload=b"needle"))
t.write()
