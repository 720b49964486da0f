"""A network that is there, told as the commands that build it."""
import json
import re
import subprocess

# Settings of a namespace and of its interfaces; those of the class Baseline are where a lab begins.
SCOPED = ["rp_filter", "accept_local", "route_localnet", "arp_filter", "arp_announce", "arp_ignore", "proxy_arp",
          "send_redirects", "accept_redirects"]
GLOBAL = ["net.ipv4.ip_forward", "net.bridge.bridge-nf-call-iptables", "net.ipv4.ip_local_port_range",
          "net.netfilter.nf_conntrack_acct", "net.netfilter.nf_conntrack_tcp_be_liberal",
          "net.netfilter.nf_conntrack_tcp_loose", "net.ipv4.icmp_ratelimit", "net.ipv4.icmp_ratemask"]
USUAL = {"net.ipv4.ip_forward": "0", "net.bridge.bridge-nf-call-iptables": "0", "net.ipv4.ip_local_port_range": "32768 60999",
         "net.netfilter.nf_conntrack_acct": "0", "net.netfilter.nf_conntrack_tcp_be_liberal": "0",
         "net.netfilter.nf_conntrack_tcp_loose": "1", "net.ipv4.icmp_ratelimit": "1000", "net.ipv4.icmp_ratemask": "6168"}
ON = {"send_redirects", "accept_redirects"}


class Place:
    """A namespace: its name in the lab ("host" is the unnamed one) and how to run a program in it."""

    def __init__(self, name, prefix):
        self.name, self.prefix = name, prefix

    def run(self, *words):
        return subprocess.run([*self.prefix, *words], check=True, text=True, stdout=subprocess.PIPE).stdout

    def data(self, *words):
        return json.loads(self.run("ip", "-d", "-j", *words) or "[]")

    def command(self, line):
        return line if self.name == "host" else f"ip netns exec {self.name} {line}"


def links(near, far):
    """Commands that make the links of the namespace in the middle; far: {interface here: (place, interface there)}"""
    lines = []
    for link in near.data("link"):
        name = link["ifname"]
        if name == "lo":
            continue
        kind = link["linkinfo"]["info_kind"]
        if kind == "bridge":
            lines.append(near.command(f"ip link add {name} address {link['address']} type bridge"))
        else:
            place, there = far[name]
            lines.append(near.command(f"ip link add {name} address {link['address']} type veth peer name {there} netns {place.name}"))
        if "master" in link:
            lines.append(near.command(f"ip link set {name} master {link['master']}"))
            if link["linkinfo"]["info_slave_data"]["hairpin"]:
                lines.append(near.command(f"bridge link set dev {name} hairpin on"))
        lines.append(near.command(f"ip link set {name} up"))
    for place, there in far.values():
        mac = place.data("link", "show", there)[0]["address"]
        lines.append(place.command(f"ip link set {there} address {mac}"))
        lines.append(place.command(f"ip link set {there} up"))
    return lines


def addresses(place, devices=None):
    """Of all its interfaces, or of those."""
    lines = []
    for link in place.data("addr"):
        for one in link.get("addr_info", []):
            if one["family"] == "inet" and link["ifname"] != "lo" and wanted(link["ifname"], devices):
                broadcast = f" brd {one['broadcast']}" if "broadcast" in one else ""
                lines.append(place.command(f"ip addr add {one['local']}/{one['prefixlen']}{broadcast} dev {link['ifname']}"))
    for route in place.data("-4", "route"):
        if route.get("protocol") != "kernel" and wanted(route["dev"], devices):
            via = f" via {route['gateway']}" if "gateway" in route else ""
            lines.append(place.command(f"ip route add {route['dst']}{via} dev {route['dev']}"))
    for one in place.data("-4", "neigh"):
        if "PERMANENT" in one["state"] and wanted(one["dev"], devices):
            lines.append(place.command(f"ip neigh add {one['dst']} lladdr {one['lladdr']} dev {one['dev']}"))
    return lines


def wanted(device, devices):
    return devices is None or device in devices


def settings(place):
    lines = []
    for name in GLOBAL:
        value = read(place, name)
        if value is not None and value != USUAL[name]:
            lines.append(place.command(f"sysctl -w '{name}={value}'" if " " in value else f"sysctl -w {name}={value}"))
    for link in ["all", *(one["ifname"] for one in place.data("link"))]:
        for name in SCOPED:
            value = read(place, f"net.ipv4.conf.{link}.{name}")
            if value != ("1" if name in ON else "0"):
                lines.append(place.command(f"sysctl -w net.ipv4.conf.{link}.{name}={value}"))
    return lines


def read(place, name):
    found = subprocess.run([*place.prefix, "sysctl", "-n", name], text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return re.sub(r"\s+", " ", found.stdout.strip()) if found.returncode == 0 else None


def rules(place):
    """Chains of the tables count for their policy only where somebody loads a number: iptables-restore is told of none."""
    lines, kept = [], []
    for line in place.run("iptables-save", "-c").splitlines():
        words = line.split()
        if line.startswith("*"):
            table = line[1:]
        if line.startswith(":") and words[1] != "-":
            if words[1] != "ACCEPT":
                lines.append(place.command(f"iptables -t {table} -P {words[0][1:]} {words[1]}"))
        elif not line.startswith("#"):
            kept.append(line)
    return lines + ([place.command("iptables-restore -n -c <<'EOF'"), *kept, "EOF"] if kept else [])


def tell(near, far):
    """The whole lab: far as in links()."""
    others = list(dict.fromkeys(place for place, _ in far.values()))
    lines = [f"ip netns add {place.name}" for place in ([] if near.name == "host" else [near]) + others]
    lines += links(near, far)
    lines += addresses(near)
    for place in others:
        lines += addresses(place, [device for one, device in far.values() if one is place])
    return lines + settings(near) + rules(near)
