#!/usr/bin/env python3
"""Writes the left halves of tcp-edges.txt; record-conntrack.py adds the kernel's answers.

    generate-tcp-edges.py FILE [CASES [FIRST [QUIET]]]

Each case is a connection whose segments stand at the edges of what window tracking allows: one before, on and behind them.
For that a rough account of each side is kept; it need not be right, for the kernel is asked. QUIET is the share of the
later resets and SYNs that are left out, so that connections live longer. In the corpus are the first 90 cases, and 90 from 5000 on
with QUIET 0.75.
"""
import random
import sys

WRAP = 0xFFFFFFFF


class Side:
    def __init__(self, start):
        self.start = self.end = self.allowed = start
        self.window, self.scale, self.acked = 1, 0, 0


class Talk:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        starts = [0, 100, 0x7FFFFF80, 0x80000000, 0xFFFFFE00, 0xFFFFFFFE, 0xFFFFFFFF]
        self.sides = {">": Side(self.rng.choice(starts)), "<": Side(self.rng.choice(starts))}
        self.last = None
        self.note = {">": 0, "<": 0}

    def options(self):
        rng, parts = self.rng, []
        if rng.random() < 0.6:
            parts.append("0303%02x" % rng.choice([0, 1, 3, 7, 14, 15]))
        if rng.random() < 0.6:
            parts.append("0402")
        if rng.random() < 0.3:
            parts.append("020405b4")
        rng.shuffle(parts)
        text = "".join(parts)
        return text + "01" * (-len(text) // 2 % 4)

    def send(self, arrow, flags, seq, ack=0, win=1000, length=0, opts=""):
        line = f"{arrow} tcp {flags} seq={seq & WRAP} ack={ack & WRAP if 'A' in flags else 0} win={win}"
        line += (f" len={length}" if length else "") + (f" opts={opts}" if opts else "")
        self.last = line
        side, peer = self.sides[arrow], self.sides["<" if arrow == ">" else ">"]
        end = seq + length + ("S" in flags) + ("F" in flags)
        if "S" in flags:
            side.end = side.allowed = end
            side.window = max(win, 1)
            at = opts.find("0303")
            side.scale = min(int(opts[at + 4:at + 6], 16), 14) if at >= 0 else 0
        elif "R" not in flags and -70000 < end - side.end < 70000:
            side.end = max(side.end, end)
            side.window = max(side.window, win << side.scale)
        if "A" in flags and -70000 < ack - peer.end < 70000:
            scaled = win if "S" in flags else win << side.scale
            peer.allowed = max(peer.allowed, ack + max(scaled, 1))
            side.acked = max(side.acked, ack)
        self.note[arrow] = end
        return line

    def opening(self):
        rng, c, s = self.rng, self.sides[">"], self.sides["<"]
        kind = rng.choice(["whole", "whole", "whole", "half", "crossed", "picked", "picked", "syn"])
        window = lambda: rng.choice([0, 1, 100, 1000, 65535])
        if kind == "picked":
            for side in (c, s):
                side.allowed = side.end
            yield self.send(rng.choice("><"), rng.choice(["A", "A", "PA", "FA"]), c.start, s.start, window(), rng.choice([0, 1, 500]))
            return
        yield self.send(">", "S", c.start, 0, window(), opts=self.options())
        if kind == "syn":
            return
        if kind == "crossed":
            yield self.send("<", "S", s.start, 0, window(), opts=self.options())
            if rng.random() < 0.5:
                yield self.send(">", "SA", c.start, s.end, window(), opts=self.options())
            if rng.random() < 0.7:
                yield self.send("<", "SA", s.start, c.end, window(), opts=self.options())
            return
        yield self.send("<", "SA", s.start, c.end, window(), opts=self.options())
        if kind == "whole":
            yield self.send(">", "A", c.end, s.end, window())

    def segment(self):
        rng = self.rng
        if self.last and rng.random() < 0.18:
            return self.last
        arrow = rng.choice("><")
        side, peer = self.sides[arrow], self.sides["<" if arrow == ">" else ">"]
        nudge = rng.choice([0, 0, 0, 1, -1, 2, -2])
        seq = rng.choices([side.end, side.allowed, side.allowed + peer.window, side.end - peer.window, side.end - 1, peer.acked, 0,
                           side.start, self.note[arrow]], [50, 8, 5, 6, 6, 4, 2, 2, 2])[0] + (nudge if rng.random() < 0.4 else 0)
        reach = max(side.window, 66000)
        ack = rng.choices([peer.end, peer.end - reach, peer.end - 66000, side.acked, 0, peer.start + 1, self.note["<" if arrow == ">" else ">"]],
                          [60, 5, 4, 8, 2, 3, 6])[0] + (rng.choice([0, 1, -1, 2]) if rng.random() < 0.3 else 0)
        win = rng.choice([0, 1, 100, 1000, 1000, 65535])
        flags = rng.choices(["A", "PA", "FA", "R", "RA", "S", "SA", "AU"], [40, 18, 8, 8, 7, 6, 5, 1])[0]
        length = rng.choices([0, 1, 100, 1000, max(0, min(1400, side.allowed - seq)), max(0, min(1400, side.end - seq))],
                             [30, 10, 10, 10, 10, 5])[0] if flags in ("A", "PA", "FA", "AU") else 0
        opts = ""
        if "S" in flags:
            opts = self.options()
        elif rng.random() < 0.25:
            right = peer.end + rng.choice([0, 0, 1, -1, 100, -66000])
            blocks = "%08x%08x" % ((right - 10) & WRAP, right & WRAP)
            if rng.random() < 0.4:
                blocks += "%08x%08x" % ((ack + 5) & WRAP, (ack + rng.choice([9, -9, 2000])) & WRAP)
            opts = "0101" + "05%02x" % (2 + len(blocks) // 2) + blocks
        elif rng.random() < 0.1:
            opts = rng.choice(["0101080a0000000100000002", "080a000000010000000200000", "0101050a00", "05020000", "01010102", "fe040000",
                               "0001050a", "05120000"])
            opts += "0" * (len(opts) % 2)
            opts += "00" * (-len(opts) // 2 % 4)
        return self.send(arrow, flags, seq, ack, win, length, opts)


def settings(rng):
    for name, values, chance in [("be_liberal", [1], 0.06), ("loose", [0], 0.08), ("max_retrans", [0, 1, 2, 255], 0.2),
                                 ("ignore_invalid_rst", [1], 0.12), ("timeout_unacknowledged", [77, 400], 0.1),
                                 ("timeout_max_retrans", [55, 500], 0.15), ("timeout_close", [20, 700], 0.06),
                                 ("timeout_syn_recv", [333], 0.04), ("timeout_established", [100, 250], 0.08)]:
        if rng.random() < chance:
            yield f"sysctl nf_conntrack_tcp_{name} {rng.choice(values)}"


def main(path, cases=90, first=0, quiet=0.0):
    with open(path, "w") as f:
        for seed in range(first, first + cases):
            talk, chance = Talk(seed), random.Random(~seed)
            lines = [f"case edges-{seed}", *settings(talk.rng), *talk.opening()]
            for place in range(14):
                line = talk.segment()
                ends = line.split()[2] in ("R", "RA", "S", "SA")
                if not ends or place < 2 or chance.random() >= quiet:
                    lines.append(line)
            f.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:4]), *map(float, sys.argv[4:]))
