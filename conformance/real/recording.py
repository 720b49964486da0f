"""A world's traffic as a golden case: lab.sh, injected/, and in real/ what the kernel showed while real programs talked."""
import json
import os
import shutil
import subprocess
import time

import capture
import lab

IPV4 = b"\x08\x00"


def record(world, folder, shows, near, talk, versions):
    """The lab is told before, the state of the namespace in the middle read after the programs have talked."""
    lines = lab.tell(near, world.far)
    near.run("conntrack", "-F")
    for link in near.data("link", "show", "type", "bridge"):
        near.run("ip", "link", "set", link["ifname"], "type", "bridge", "fdb_flush")
    world.captures.start()
    time.sleep(0.2)
    talk()
    time.sleep(0.5)
    state = {"iptables": near.run("iptables-save", "-c"), "conntrack": near.run("conntrack", "-L")}
    state_ns = time.time_ns()
    ends = [(near.name, one["ifname"]) for one in near.data("link")] + [(place.name, device) for place, device in world.far.values()]
    seen = [one for one in world.captures.stop() if (one.namespace, one.device) in ends]
    sent = {name: one.packets() for name, one in world.sent.items()}
    write(world, folder, shows, lines, seen, sent, {near.name: state}, state_ns, versions)


def write(world, folder, shows, lines, seen, sent, state, state_ns, versions):
    first_ns = min(one.time_ns for one in seen)
    for part in ("injected", "real"):
        shutil.rmtree(os.path.join(folder, part), ignore_errors=True)
        os.makedirs(os.path.join(folder, part))
    injected = {}
    for one in seen:
        if one.outgoing and one.frame[12:14] == IPV4 and any(one.namespace == place.name for place, _ in world.far.values()):
            injected.setdefault(f"{one.namespace}.{one.device}", []).append((one.time_ns - first_ns, one.frame))
    for name, packets in sent.items():
        own = [one for one in seen if one.outgoing and one.namespace == name]
        injected[f"{name}.@ip"] = timed(packets, own, first_ns)
    captures, marks = {}, {}
    for one in seen:
        where = f"{one.namespace}.{world.names.get(one.device, one.device)}"
        captures.setdefault(where, []).append((one.time_ns - first_ns, one.frame))
        marks[where] = marks.get(where, "") + (">" if one.outgoing else "<")
    for part, all_frames in (("injected", injected), ("real", captures)):
        for where, frames in all_frames.items():
            if part == "injected":
                frames.sort(key=lambda frame: frame[0])
            capture.write_pcap(os.path.join(folder, part, where + ".pcap"), frames)
    with open(os.path.join(folder, "lab.sh"), "w") as file:
        file.write(renamed(world, "\n".join(["#!/bin/bash", f"# {shows[0]}", *lines]) + "\n"))
    with open(os.path.join(folder, "README.md"), "w") as file:
        file.write("\n".join(shows) + "\n")
    with open(os.path.join(folder, "real", "state.json"), "w") as file:
        json.dump({name: {key: renamed(world, text).split("\n")[:-1] for key, text in keys.items()}
                   for name, keys in state.items()}, file, indent=1)
        file.write("\n")
    with open(os.path.join(folder, "real", "real.json"), "w") as file:
        json.dump({"programs": versions, "state": {name: state_ns - first_ns for name in state},
                   "seen": {where.replace(".", ":", 1): mark for where, mark in sorted(marks.items())}}, file, indent=1)
        file.write("\n")


def timed(packets, own, first_ns):
    """Packets of a namespace's programs, each just before the frame that it became or was refused by; NFLOG tells no time."""
    frames, used = [], set()
    for packet in packets:
        for index, one in enumerate(own):
            quoted = packet[12:28] in one.frame[42:]
            if index not in used and (quoted or mark(one.frame[14:]) == mark(packet)):
                used.add(index)
                frames.append((one.time_ns - first_ns - 1, bytes(12) + IPV4 + packet))
                break
        else:
            raise SystemExit(f"a packet that the host sent was seen nowhere: {packet.hex()}")
    return frames


def mark(packet):
    """What address translation leaves of a packet."""
    start = (packet[0] & 15) * 4
    kept = packet[start + 4:start + 13] if packet[9] == 6 else packet[start + 8:]
    return packet[2:6], packet[9], kept


def renamed(world, text):
    for real, name in world.names.items():
        text = text.replace(real, name)
    return text


def version(*packages):
    return {package: subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], check=True, text=True,
                                    stdout=subprocess.PIPE).stdout for package in packages}
