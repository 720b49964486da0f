#!/usr/bin/env python3
"""Writes generated.session: rules put together at random from right and wrong parts, always the same ones.

    ./generate-rules.py >FOLDER/generated.session
"""
import random

choose = random.Random(20260118)

ADDRESSES = ["10.0.0.1", "10.0.0.0/8", "192.168.1.7/24", "172.17.0.0/16", "0/0", "1.2.3.4/32", "127.0.0.1",
             "10.1/16", "1.2.3.4/255.255.255.0", "1.2.3.4/255.0.255.0", "010.1.1.1", "1.1.1.1,2.2.2.0/24",
             "300.1.1.1", "1.2.3.4/33", "1.2.3.4/", "/8", "1.2.3.4,", "nohost.invalid"]
INTERFACES = ["eth0", "eth+", "docker0", "br-0123456789ab", "lo", "veth0123456789abc", "+", "a.b-c_d"]
PORTS = ["80", "443", "http", "ssh:https", "1024:", ":1023", "0:65535", "65536", "90:80", "nonsense", "0x50", "53:53",
         "010", "domain", "-1", ""]
STATES = ["NEW", "ESTABLISHED", "RELATED", "INVALID", "UNTRACKED", "SNAT", "DNAT", "new", "Established", "SYN", ""]
TYPES = ["LOCAL", "UNICAST", "BROADCAST", "MULTICAST", "local", "ANYCAST", "BLACKHOLE", "FOO"]
FLAGS = ["SYN", "ACK", "FIN", "RST", "URG", "PSH", "ALL", "NONE", "syn", "ECE"]
ICMP = ["8", "0", "3", "3/1", "echo-request", "echo-reply", "any", "ping", "host-prohibited", "destination-unreachable",
        "redirect", "11/0", "256", "3/256", "3/", "ttl", "Time-Exceeded", "255", "x", "8x", "8/0/0"]
COMMENTS = ["plain", "two words", "it's", 'say "hi"', "back\\slash", "semi;colon", "dash-under_score9", "a$b", "!", "-x"]


def quote(text):
    return "'" + text.replace("'", "'\\''") + "'"


def maybe(chance):
    return choose.random() < chance


def bang():
    return "! " if maybe(0.2) else ""


def some(words):
    return ",".join(choose.sample(words, choose.choice([1, 1, 2, 3])))


def head():
    parts = []
    if maybe(0.3):
        parts.append(f"{bang()}-s {choose.choice(ADDRESSES)}")
    if maybe(0.3):
        parts.append(f"{bang()}-d {choose.choice(ADDRESSES)}")
    if maybe(0.25):
        parts.append(f"{bang()}-i {choose.choice(INTERFACES)}")
    if maybe(0.2):
        parts.append(f"{bang()}-o {choose.choice(INTERFACES)}")
    if maybe(0.03):
        parts.append(f"{bang()}-f")
    return parts


def ports(options):
    option = choose.choice(options)
    port = choose.choice(PORTS)
    return f"{bang()}--{option} {quote(port) if port in ('', '-1') else port}"


def transport():
    protocol = choose.choice(["tcp", "udp", "tcp", "udp", "icmp", "all", "6", "17", "sctp", "esp", "250", "TCP", "bogus"])
    parts = [f"{bang()}-p {protocol}"]
    if protocol.lower() in ("tcp", "6"):
        if maybe(0.5):
            parts.append("-m tcp")
        if maybe(0.7):
            parts.append(ports(["dport", "destination-port", "sport"]))
        if maybe(0.2):
            parts.append(ports(["sport", "source-port"]))
        if maybe(0.15):
            parts.append(f"{bang()}--syn")
        if maybe(0.15):
            parts.append(f"{bang()}--tcp-flags {some(FLAGS)} {some(FLAGS)}")
    elif protocol in ("udp", "17"):
        if maybe(0.5):
            parts.append("-m udp")
        if maybe(0.8):
            parts.append(ports(["dport", "sport"]))
    elif protocol == "icmp":
        if maybe(0.5):
            parts.append("-m icmp")
        if maybe(0.8):
            parts.append(f"{bang()}--icmp-type {choose.choice(ICMP)}")
    if maybe(0.15):
        parts.append("-m multiport " + bang() + "--" + choose.choice(["dports", "sports", "ports", "source-ports"]) + " "
                     + choose.choice(["80,443", "22,80:90,http", "1:2,3:4,5:6,7:8,9:10,11:12,13:14,15:16", "9:8", "5,x",
                                      "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15"]))
    return parts


def more():
    parts = []
    if maybe(0.25):
        state = some(STATES)
        parts.append(f"-m conntrack {bang()}--ctstate {quote(state) if not state else state}")
    if maybe(0.08):
        state = some(STATES)
        parts.append(f"-m state {bang()}--state {quote(state) if not state else state}")
    if maybe(0.15):
        part = "-m addrtype"
        if maybe(0.7):
            part += f" {bang()}--dst-type {some(TYPES)}"
        if maybe(0.4):
            part += f" {bang()}--src-type {some(TYPES)}"
        if maybe(0.2):
            part += choose.choice([" --limit-iface-in", " --limit-iface-out"])
        parts.append(part)
    if maybe(0.2):
        parts.append(f"-m comment --comment {quote(choose.choice(COMMENTS))}")
    return parts


def target(table):
    if table != "nat":
        return choose.choice(["-j ACCEPT", "-j DROP", "-j RETURN", "-j user", "-g user", "", "-j ACCEPT", "-j missing",
                              "-j MASQUERADE"])
    to = choose.choice(["10.0.0.5", "10.0.0.5:80", "10.0.0.5-10.0.0.9", "10.0.0.5:80-90", ":8080", "10.0.0.5:http",
                        "10.0.0.5:90-80", "10.0.0", "10.0.0.5:70000", "10.0.0.5:1000-1010/2000"])
    flags = choose.choice(["", "", "", " --random", " --persistent", " --random --persistent", " --random-fully"])
    port = choose.choice(["", "", " --to-ports 1000", " --to-ports 1000-2000", " --to-ports 0", " --to-ports x"])
    return choose.choice([f"-j DNAT --to-destination {to}{flags}", f"-j SNAT --to-source {to}{flags}",
                          f"-j MASQUERADE{port}{flags}", f"-j REDIRECT{port}", "-j ACCEPT", "-j user", "-j DROP",
                          "-j RETURN", ""])


def rule(table):
    parts = head()
    if maybe(0.6):
        parts += transport()
    parts += more()
    if maybe(0.2):
        # The order of options means something to the tool only for some of them.
        choose.shuffle(parts)
    parts.append(target(table))
    return " ".join(part for part in parts if part)


CHAINS = {"filter": ["INPUT", "FORWARD", "OUTPUT", "user", "FORWARD", "user"],
          "nat": ["PREROUTING", "POSTROUTING", "OUTPUT", "INPUT", "user", "PREROUTING", "POSTROUTING"],
          "raw": ["PREROUTING", "OUTPUT", "user"]}

print("# Rules put together by generate-rules.py.")
for section in range(24):
    print(f"--- {section}")
    table = choose.choice(["filter", "filter", "nat", "nat", "raw"])
    prefix = "iptables" if table == "filter" and maybe(0.5) else f"iptables -t {table}"
    print(f"{prefix} -N user")
    for _ in range(25):
        chain = choose.choice(CHAINS[table])
        verb = choose.choice(["-A", "-A", "-A", "-A", "-A", "-A", "-I", "-C", "-D"])
        print(f"{prefix} {verb} {chain} {rule(table)}".rstrip())
    print("iptables-save")
    print(f"{prefix} -L -n -v --line-numbers")
