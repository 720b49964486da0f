#!/usr/bin/env python3
"""Writes the left halves of tcp-flags.txt and tcp-windows.txt; record-conntrack.py adds the kernel's answers.

    generate-tcp-cases.py DIRECTORY
"""
import random
import sys

S = "> tcp S seq=100 win=1000"
SA = "< tcp SA seq=500 ack=101 win=2000"
A = "> tcp A seq=101 ack=501 win=1000"
PREFIXES = {
    "none": [],
    "syn-sent": [S],
    "syn-sent2": [S, "< tcp S seq=500 win=2000"],
    "syn-recv": [S, SA],
    "established": [S, SA, A],
    "fin-wait": [S, SA, A, "> tcp FA seq=101 ack=501 win=1000"],
    "close-wait": [S, SA, A, "> tcp FA seq=101 ack=501 win=1000", "< tcp A seq=501 ack=102 win=2000"],
    "last-ack": [S, SA, A, "> tcp FA seq=101 ack=501 win=1000", "< tcp FA seq=501 ack=102 win=2000"],
    "time-wait": [S, SA, A, "> tcp FA seq=101 ack=501 win=1000", "< tcp FA seq=501 ack=102 win=2000",
                  "> tcp A seq=102 ack=502 win=1000"],
    "close": [S, SA, A, "< tcp RA seq=501 ack=101 win=0"],
    "picked-up": ["> tcp A seq=101 ack=501 win=1000"],
    "picked-up-both": ["> tcp A seq=101 ack=501 win=1000", "< tcp A seq=501 ack=101 win=2000"],
}
SOME = ["S", "SU", "SA", "R", "RA", "FA", "FAU", "A", "AU", "-", "F", "SF"]


def flags():
    rng = random.Random(1)
    for name, prefix in PREFIXES.items():
        combinations = ["".join(c for i, c in enumerate("FSRAU") if bits >> i & 1) or "-" for bits in range(32)] \
            if name == "established" else SOME
        for arrow in "><":
            for combination in combinations:
                yield f"case {name}-{'original' if arrow == '>' else 'reply'}-{combination}"
                yield from prefix
                seq, ack = (102, 502) if name in ("time-wait", "last-ack", "close-wait", "fin-wait") else (101, 501)
                if arrow == "<":
                    seq, ack = (502 if name in ("time-wait", "last-ack") else 501), seq
                if combination in ("S", "SU") and rng.random() < 0.7:
                    seq = rng.choice([100, 500, 7000])
                yield f"{arrow} tcp {combination} seq={seq} ack={ack if 'A' in combination else 0} win=900"
                # What follows shows what the kernel remembered.
                back = "<" if arrow == ">" else ">"
                then = rng.choice(["SA", "A", "R", "RA", "FA", "S"])
                yield f"{back} tcp {then} seq={ack} ack={seq + (1 if 'S' in combination else 0)} win=800"
                yield f"{arrow} tcp {rng.choice(['A', 'S', 'R', 'FA'])} seq={seq} ack={ack + 1} win=900"


def options(rng):
    parts = []
    if rng.random() < 0.6:
        parts.append("0303%02x" % rng.choice([0, 1, 2, 7, 14, 15, 200]))
    if rng.random() < 0.6:
        parts.append("0402")
    if rng.random() < 0.4:
        parts.append("020405b4")
    rng.shuffle(parts)
    text = "".join(parts)
    while len(text) % 8:
        text += "01"
    return f" opts={text}" if text else ""


def windows(count):
    for n in range(count):
        rng = random.Random(n)
        start = rng.choice([0, 100, 0x7FFFFF00, 0xFFFFFE00])
        seq = {">": start, "<": rng.choice([5000, 0xFFFFFFF0])}
        sacking = rng.random() < 0.5
        yield f"case windows-{n}"
        if rng.random() < 0.15:
            yield "sysctl nf_conntrack_tcp_be_liberal 1"
        if rng.random() < 0.8:
            yield f"> tcp S seq={seq['>']} win={rng.choice([0, 100, 65535])}{options(rng)}"
            seq[">"] += 1
            yield f"< tcp SA seq={seq['<']} ack={seq['>']} win={rng.choice([0, 100, 65535])}{options(rng)}"
            seq["<"] += 1
        for _ in range(12):
            arrow = rng.choice("><")
            back = "<" if arrow == ">" else ">"
            jump = rng.choice([0, 0, 0, 0, 1, -1, 50, -50, 900, -900, 70000, -70000, 1 << 20, -(1 << 20), 1 << 31])
            ack_jump = rng.choice([0, 0, 0, 0, 1, -1, 50, -900, 66000, -66000, -66001, 1 << 30])
            flag = rng.choices(["A", "PA", "FA", "R", "RA", "S", "SA"], [40, 20, 6, 4, 4, 2, 2])[0]
            length = rng.choice([0, 0, 1, 100, 1000]) if flag in ("A", "PA", "FA") else 0
            ack = (seq[back] + ack_jump) & 0xFFFFFFFF
            opts = ""
            if sacking and rng.random() < 0.5:
                low = (seq[back] + rng.choice([0, 10, 1000])) & 0xFFFFFFFF
                opts = " opts=0101050a%08x%08x" % (low, (low + rng.choice([1, 100, 70000])) & 0xFFFFFFFF)
            elif rng.random() < 0.3:
                opts = " opts=0101080a0000000100000002"
            if rng.random() < 0.03:
                opts = rng.choice([" opts=05000000", " opts=01010108", " opts=0822000000000000", " opts=00050a01"])
            yield (f"{arrow} tcp {flag} seq={(seq[arrow] + jump) & 0xFFFFFFFF} ack={ack if 'A' in flag else 0}"
                   f" win={rng.choice([0, 1, 100, 1000, 65535])} len={length}{opts}")
            if jump == 0:
                seq[arrow] = (seq[arrow] + length + ("F" in flag)) & 0xFFFFFFFF


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for name, lines in ("flags", flags()), ("windows", windows(150)):
        with open(f"{sys.argv[1]}/tcp-{name}.txt", "w") as f:
            f.write("\n".join(lines) + "\n")
