#!/usr/bin/env python3
"""Writes the left halves of sctp-states.txt; record-conntrack.py adds the kernel's answers.

    generate-sctp-cases.py DIRECTORY

Every chunk in every state, from both sides, with the right tag and with a wrong one; then walks at random.
"""
import random
import sys

HELLO = ["> sctp tag=0 chunks=INIT(7)", "< sctp tag=7 chunks=INIT_ACK(9)", "> sctp tag=9 chunks=COOKIE_ECHO",
         "< sctp tag=7 chunks=COOKIE_ACK"]
PREFIXES = {
    "none": [],
    "closed": HELLO[:1],
    "cookie-wait": HELLO[:2],
    "cookie-echoed": HELLO[:3],
    "established": HELLO,
    "shutdown-sent": HELLO + ["> sctp tag=9 chunks=SHUTDOWN"],
    "shutdown-recd": HELLO + ["< sctp tag=7 chunks=SHUTDOWN"],
    "shutdown-ack-sent": HELLO + ["> sctp tag=9 chunks=SHUTDOWN", "< sctp tag=7 chunks=SHUTDOWN_ACK"],
    "aborted": HELLO + ["> sctp tag=9 chunks=ABORT"],
    "heartbeat-sent": ["> sctp tag=9 chunks=HEARTBEAT"],
    "heartbeat-acked": ["> sctp tag=9 chunks=HEARTBEAT", "< sctp tag=7 chunks=HEARTBEAT_ACK"],
    "crossed": ["> sctp tag=0 chunks=INIT(7)", "< sctp tag=0 chunks=INIT(9)"],
}
CHUNKS = ["DATA", "INIT(7)", "INIT_ACK(9)", "SACK", "HEARTBEAT", "HEARTBEAT_ACK", "ABORT", "ABORT+1", "SHUTDOWN", "SHUTDOWN_ACK",
          "ERROR", "COOKIE_ECHO", "COOKIE_ACK", "SHUTDOWN_COMPLETE", "SHUTDOWN_COMPLETE+1", "ASCONF"]


def table():
    for name, prefix in PREFIXES.items():
        for arrow, own, other in (">", 9, 7), ("<", 7, 9):
            for chunk in CHUNKS:
                tags = [0, 5] if chunk.startswith("INIT(") else [own, other if chunk.endswith("+1") else 5]
                for tag in tags if name != "none" else [0, 9]:
                    yield f"case {name}-{'original' if arrow == '>' else 'reply'}-{chunk}-{tag}"
                    yield from prefix
                    yield f"{arrow} sctp tag={tag} chunks={chunk}"


def walks():
    rng = random.Random(1)
    for number in range(120):
        yield f"case walk-{number}"
        tags = [9, 7]
        for _ in range(rng.choice((6, 10, 16))):
            side = rng.randrange(2)
            names = [rng.choice(CHUNKS + ["INIT", "INIT_ACK", "INIT_ACK", "HEARTBEAT"])]
            while rng.random() < 0.3:
                names.append(rng.choice(CHUNKS))
            names = [name.split("(")[0] + f"({rng.choice((7, 9, tags[1 - side]))})" if name.startswith("INIT") else name
                     for name in names]
            tag = 0 if names[0].startswith("INIT(") else tags[side]
            if rng.random() < 0.2:
                tag = rng.choice((0, 5, 7, 9))
            yield f"{'><'[side]} sctp tag={tag} chunks={','.join(names)}"


if __name__ == "__main__":
    with open(sys.argv[1] + "/sctp-states.txt", "w") as out:
        out.write("# Written by generate-sctp-cases.py, answered by the kernel.\n")
        for line in [*table(), *walks()]:
            out.write(line + "\n")
