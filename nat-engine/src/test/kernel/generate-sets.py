#!/usr/bin/env python3
"""Writes generated.session: random commands of ipset, always the same, whose answers record-ipset.sh records.

    ./generate-sets.py >../resources/io/ringway/nat/set/generated.session
"""
import random

dice = random.Random(20261121)
TYPES = {
    "hash:ip": "A", "hash:ip,port": "A,P", "hash:ip,port,ip": "A,P,a", "hash:ip,port,net": "A,P,N",
    "hash:net": "N", "hash:net,port": "N,P", "hash:net,iface": "N,I", "bitmap:port": "p", "list:set": "S",
}
NAMES = ["s%d" % i for i in range(6)]


def address(six):
    if six:
        return "fd00::%x" % dice.randrange(40)
    return "10.%d.0.%d" % (dice.randrange(12) // 11, dice.randrange(24))


def addresses(six):
    kind = dice.randrange(6)
    if six or kind > 1:
        return address(six)
    return "10.0.0.%d" % dice.randrange(24) + ("/%d" % dice.randrange(28, 33) if kind else "-10.0.0.%d" % dice.randrange(24))


def network(six):
    kind = dice.randrange(6)
    if kind == 0 and not six:
        return address(six) + "-" + address(six)
    if kind < 4:
        return address(six) + "/%d" % (dice.choice((8, 16, 24, 28, 30, 32, 0)) * (2 if six else 1))
    return address(six)


def port(six):
    text = dice.choice(("", "", "tcp:", "udp:", "sctp:")) + str(dice.randrange(20))
    kind = dice.randrange(8)
    if kind == 0:
        return text + "-%d" % dice.randrange(24)
    if kind == 1:
        return dice.choice(("icmp:8/0", "icmp:echo-reply", "gre:0", "icmpv6:1/4", "http", "udp:domain"))
    return text


def member(kind, six):
    parts = {"A": addresses, "a": address, "N": network, "P": port}
    words = []
    for part in TYPES[kind].split(","):
        if part == "I":
            words.append(dice.choice(("eth0", "eth1", "physdev:eth0", "br", "br-1")))
        elif part == "p":
            words.append(str(dice.randrange(30)) + ("-%d" % dice.randrange(40) if dice.randrange(4) == 0 else ""))
        elif part == "S":
            words.append(dice.choice(NAMES))
        else:
            words.append(parts[part](six))
    return ",".join(words)


def extensions():
    words = ""
    if dice.randrange(5) == 0:
        words += " packets %d" % dice.randrange(9)
    if dice.randrange(6) == 0:
        words += " bytes %d" % dice.randrange(99)
    if dice.randrange(6) == 0:
        words += ' comment "c%d"' % dice.randrange(9)
    if dice.randrange(8) == 0:
        words += dice.choice((" nomatch", " wildcard", " skbmark 0x%x" % dice.randrange(99)))
    if dice.randrange(9) == 0:
        words += " before " + dice.choice(NAMES)
    return words


def create(name):
    kind = dice.choice(list(TYPES))
    words = kind
    six = False
    if kind.startswith("hash:"):
        six = dice.randrange(7) == 0
        words += " initval 0x%x" % dice.randrange(1 << 32)
        words += " family inet6" if six else ""
        words += dice.choice((" hashsize 64", " hashsize 100", ""))
        words += dice.choice((" bucketsize 2", " bucketsize 4", ""))
        words += dice.choice((" maxelem 40", "", ""))
        words += dice.choice((" forceadd", "", "", "")) if " maxelem" not in words else ""
        if kind in ("hash:ip", "hash:ip,port") and not six:
            words += dice.choice((" netmask 28", " bitmask 255.255.255.240", "", "", ""))
    elif kind == "bitmap:port":
        words += " range %d-%d" % (dice.randrange(5), dice.randrange(20, 40))
    words += dice.choice((" counters", "", ""))
    words += dice.choice((" comment", "", ""))
    words += dice.choice((" skbinfo", "", "", ""))
    print("ipset create %s %s" % (name, words))
    return kind, six


print("# Made by generate-sets.py: random commands.")
for world in range(40):
    print("--- world %d" % world)
    kinds = {name: create(name) for name in NAMES}
    for _ in range(30):
        name = dice.choice(NAMES)
        kind, six = kinds[name]
        exist = dice.choice(("", "", "-exist "))
        what = dice.randrange(20)
        if what < 11:
            print("ipset %sadd %s %s%s" % (exist, name, member(kind, six), extensions()))
        elif what < 15:
            print("ipset %sdel %s %s" % (exist, name, member(kind, six)))
        elif what < 18:
            print("ipset test %s %s%s" % (name, member(kind, six), dice.choice(("", "", " nomatch"))))
        else:
            print(dice.choice(("ipset swap %s %s" % (name, dice.choice(NAMES)), "ipset list %s" % name,
                               "ipset -s save %s" % name, "ipset destroy %s" % name, "ipset flush %s" % name)))
    print("ipset list")
    print("ipset -s save")
