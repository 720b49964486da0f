"""A real network in namespaces of its own: built, watched while programs talk over it, and written down as a golden case."""
import json
import os
import subprocess
import time

import capture
import lab

BASELINE = "bridge/learn/recorded.json"


class World:
    """The namespaces of a recording; those whose programs talk are endpoints, the one in the middle is what is recorded."""

    def __init__(self, cases):
        self.cases = cases
        self.places = {}
        self.far = {}
        self.names = {}
        self.captures = capture.Captures()
        self.sent = {}
        with open(os.path.join(cases, BASELINE)) as file:
            self.baseline = json.load(file)["baseline"]

    def namespace(self, name):
        """One of ip netns; its settings begin as the class Baseline has them."""
        sh("ip", "netns", "add", name)
        place = self.place(name, ["ip", "netns", "exec", name])
        place.run("ip", "link", "set", "lo", "up")
        self.begin(place)
        return place

    def place(self, name, prefix):
        self.places[name] = lab.Place(name, prefix)
        return self.places[name]

    def begin(self, place):
        for name, value in self.baseline.items():
            if ".IF." not in name:
                subprocess.run([*place.prefix, "sysctl", "-q", "-w", f"{name}={value}"], stderr=subprocess.DEVNULL)

    def veth(self, near, device, mac, far, other, mac_there):
        """A pair between two namespaces, both ends up."""
        near.run("ip", "link", "add", device, "address", mac, "type", "veth", "peer", "name", other,
                 "address", mac_there, "netns", str(far.name))
        for place, name in ((near, device), (far, other)):
            plain(place, name)
            place.run("ip", "link", "set", name, "up")
        self.far[device] = (far, other)

    def watch(self, place):
        """Frames of this namespace's interfaces are recorded."""
        self.captures.watch(place.name, f"/proc/{holder(place)}/ns/net")

    def log_sent(self, place):
        """Packets of this namespace's own programs go into the model's stack."""
        place.run("iptables", "-t", "raw", "-A", "OUTPUT", "-j", "NFLOG", "--nflog-group", "5")
        self.sent[place.name] = capture.Sent(place.prefix, 5, f"/run/sent-{place.name}.pcap")


def holder(place):
    """A process that stays in the namespace."""
    process = subprocess.Popen([*place.prefix, "sleep", "1000"])
    for _ in range(100):
        if os.readlink(f"/proc/{process.pid}/exe").endswith(("/sleep", "/busybox")):
            break
        time.sleep(0.01)
    return process.pid


def plain(place, device):
    """Frames as on a wire: no segments larger than it carries, checksums filled in."""
    subprocess.run([*place.prefix, "ethtool", "-K", device, "tx", "off", "tso", "off", "gso", "off", "gro", "off"],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def sh(*words, **options):
    return subprocess.run(words, check=True, text=True, **options)
