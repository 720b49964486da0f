"""Real programs that talk through a NAT box: client 10.1.0.2 - box 10.1.0.1, 192.0.2.1 - server 192.0.2.2."""
import os
import subprocess
import time

import recording
from world import World

MACS = {"client": "02:00:0a:01:00:02", "inside": "02:00:0a:01:00:01", "outside": "02:00:c0:00:02:01", "server": "02:00:c0:00:02:02"}
MASQUERADE = ["iptables -t nat -A POSTROUTING -o eth1 -j MASQUERADE"]


class Connections:
    def __init__(self, cases):
        self.world = World(cases)
        self.box = self.world.namespace("box")
        self.client = self.world.namespace("client")
        self.server = self.world.namespace("server")
        self.world.veth(self.box, "eth0", MACS["inside"], self.client, "eth0", MACS["client"])
        self.world.veth(self.box, "eth1", MACS["outside"], self.server, "eth0", MACS["server"])
        for place, address, device in ((self.box, "10.1.0.1/24", "eth0"), (self.box, "192.0.2.1/24", "eth1"),
                                       (self.client, "10.1.0.2/24", "eth0"), (self.server, "192.0.2.2/24", "eth0")):
            place.run("ip", "addr", "add", address, "dev", device)
        self.client.run("ip", "route", "add", "default", "via", "10.1.0.1")
        self.server.run("ip", "route", "add", "10.0.0.0/8", "via", "192.0.2.1")
        self.box.run("sysctl", "-q", "-w", "net.ipv4.ip_forward=1")
        self.know(self.box, "10.1.0.2", MACS["client"], "eth0")
        self.know(self.box, "192.0.2.2", MACS["server"], "eth1")
        self.know(self.client, "10.1.0.1", MACS["inside"], "eth0")
        self.know(self.server, "192.0.2.1", MACS["outside"], "eth0")
        for place in (self.client, self.box, self.server):
            self.world.watch(place)
        self.processes = []

    @staticmethod
    def know(place, address, mac, device):
        place.run("ip", "neigh", "replace", address, "lladdr", mac, "dev", device, "nud", "permanent")

    def rules(self, lines):
        for line in lines:
            self.box.run(*line.split())

    def serve(self, *words, port=None, udp=False):
        """A program of the server, once it listens."""
        self.processes.append(subprocess.Popen([*self.server.prefix, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        for _ in range(200):
            listening = self.server.run("ss", "-Hlnu" if udp else "-Hlnt")
            if port is None or f":{port} " in listening:
                return
            time.sleep(0.05)
        raise SystemExit(f"{words[0]} does not listen on port {port}")

    def ask(self, *words, fails=False):
        """A program of the client, until it ends."""
        done = subprocess.run([*self.client.prefix, *words], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
        if (done.returncode != 0) != fails:
            raise SystemExit(f"{' '.join(words)} ended with {done.returncode}: {done.stdout}")
        return done.stdout

    def record(self, folder, shows, talk, *packages):
        recording.record(self.world, folder, shows, self.box, talk, recording.version("iptables", *packages))


def site():
    """A folder with a page of some segments, and one of a line."""
    os.makedirs("/run/site", exist_ok=True)
    with open("/run/site/page.html", "w") as file:
        file.write("".join(f"<p>line {number} of a page that takes some segments</p>\n" for number in range(160)))
    with open("/run/site/small.txt", "w") as file:
        file.write("a small file\n")


def http(cases, folder):
    net = Connections(cases)
    net.rules(MASQUERADE)
    site()
    net.serve("busybox", "httpd", "-f", "-p", "80", "-h", "/run/site", port=80)

    def talk():
        net.ask("curl", "-s", "http://192.0.2.2/page.html", "http://192.0.2.2/small.txt")
        net.ask("curl", "-s", "-f", "http://192.0.2.2/missing", fails=True)
        net.ask("curl", "-s", "http://192.0.2.2:81/", fails=True)

    net.record(folder, ["curl fetches two pages, one that is missing, and asks a closed port, through MASQUERADE."], talk, "curl", "busybox-static")


def http_to_port(cases, folder):
    """DNAT to another port, and MASQUERADE and SNAT to other source ports."""
    net = Connections(cases)
    net.rules(["iptables -t nat -A PREROUTING -i eth0 -p tcp --dport 80 -j DNAT --to-destination 192.0.2.2:8080",
               "iptables -t nat -A POSTROUTING -o eth1 -p tcp -d 192.0.2.2 --dport 8080 -m statistic --mode nth --every 2 --packet 0"
               " -j MASQUERADE --to-ports 4000",
               "iptables -t nat -A POSTROUTING -o eth1 -p tcp -j SNAT --to-source 192.0.2.1:700"])
    site()
    net.serve("busybox", "httpd", "-f", "-p", "8080", "-h", "/run/site", port=8080)

    def talk():
        net.ask("curl", "-s", "http://10.1.0.1/small.txt")
        net.ask("curl", "-s", "http://192.0.2.99/page.html")

    net.record(folder, ["curl fetches pages from a box that forwards port 80 to a server's 8080, from ports 4000 (MASQUERADE)",
                        "and 700 (SNAT)."], talk, "curl", "busybox-static")


def dns(cases, folder):
    net = Connections(cases)
    net.rules(MASQUERADE + ["iptables -t nat -A PREROUTING -i eth0 -p udp --dport 53 -j DNAT --to-destination 192.0.2.2:5353",
                            "iptables -t nat -A PREROUTING -i eth0 -p tcp --dport 53 -j DNAT --to-destination 192.0.2.2:5353"])
    net.serve("dnsmasq", "-k", "-C", "/dev/null", "-p", "5353", "-h", "-R", "-u", "root", "--host-record=web.example,192.0.2.80",
              "--txt-record=long.example," + ",".join(["t" * 200] * 9), port=5353, udp=True)

    def talk():
        dig = ["dig", "+tries=1", "+time=2", "@10.1.0.1"]
        net.ask(*dig, "web.example")
        net.ask(*dig, "+nocookie", "no.example", "AAAA")
        net.ask(*dig, "+noedns", "long.example", "TXT")
        net.ask(*dig, "+tcp", "web.example")

    net.record(folder, ["dig asks a resolver that listens on another port: by UDP, by TCP because the answer was cut, and by TCP at once."],
               talk, "bind9-dnsutils", "dnsmasq-base")


def traceroute(cases, folder):
    """The server's side is a router: what is beyond it answers from further away."""
    net = Connections(cases)
    net.rules(MASQUERADE)
    beyond = net.world.namespace("beyond")
    net.server.run("ip", "link", "add", "eth1", "type", "veth", "peer", "name", "eth0", "netns", "beyond")
    net.server.run("ip", "addr", "add", "198.51.100.1/24", "dev", "eth1")
    net.server.run("ip", "link", "set", "eth1", "up")
    beyond.run("ip", "addr", "add", "198.51.100.7/24", "dev", "eth0")
    beyond.run("ip", "link", "set", "eth0", "up")
    beyond.run("ip", "route", "add", "default", "via", "198.51.100.1")
    net.server.run("sysctl", "-q", "-w", "net.ipv4.ip_forward=1")
    net.box.run("ip", "route", "add", "198.51.100.0/24", "via", "192.0.2.2")

    def talk():
        for kind in ([], ["-I"], ["-T", "-p", "80"]):
            net.ask("traceroute", "-n", "-q", "1", "-w", "1", "-N", "1", *kind, "198.51.100.7")

    net.record(folder, ["traceroute by UDP, ICMP and TCP: the box itself, a router behind it and the host beyond answer with errors",
                        "that quote translated packets."], talk, "traceroute")


def scan(cases, folder):
    net = Connections(cases)
    net.rules(MASQUERADE + ["iptables -A FORWARD -i eth0 -p tcp --dport 25 -j REJECT --reject-with tcp-reset",
                            "iptables -A FORWARD -i eth0 -p tcp --dport 23 -j DROP",
                            "iptables -A FORWARD -i eth0 -p udp --dport 69 -j REJECT"])
    net.server.run("sysctl", "-q", "-w", "net.ipv4.icmp_ratemask=0")
    site()
    net.serve("busybox", "httpd", "-f", "-p", "80", "-h", "/run/site", port=80)

    def talk():
        nmap = ["nmap", "-n", "-Pn", "--max-retries", "1", "--min-rate", "200", "192.0.2.2"]
        net.ask(*nmap, "-sS", "-p", "20-30,79-82,443")
        net.ask(*nmap, "-sU", "-p", "53,67-69,123")
        net.ask(*nmap, "-sF", "-p", "79,80")

    net.record(folder, ["nmap scans TCP ports by SYN and FIN, and UDP ports: some open, some closed, some rejected or dropped by the box."],
               talk, "nmap", "busybox-static")


def ftp_server(net):
    os.makedirs("/run/ftp", exist_ok=True)
    with open("/run/ftp/file.txt", "w") as file:
        file.write("".join(f"line {number} of a file\n" for number in range(120)))
    with open("/run/vsftpd.conf", "w") as file:
        file.write("listen=YES\nlisten_ipv6=NO\nanonymous_enable=YES\nanon_root=/run/ftp\nno_anon_password=YES\n"
                   "seccomp_sandbox=NO\nsecure_chroot_dir=/run/empty\nconnect_from_port_20=YES\nrun_as_launching_user=YES\n"
                   "background=NO\n")
    os.makedirs("/run/empty", exist_ok=True)
    net.serve("vsftpd", "/run/vsftpd.conf", port=21)


def ftp(active):
    def make(cases, folder):
        net = Connections(cases)
        net.rules(["iptables -t raw -A PREROUTING -i eth0 -p tcp --dport 21 -j CT --helper ftp", *MASQUERADE,
                   "iptables -A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT",
                   "iptables -A FORWARD -i eth0 -p tcp --dport 21 -j ACCEPT", "iptables -P FORWARD DROP"])
        ftp_server(net)

        def talk():
            way = ["--ftp-port", "-", "--disable-eprt"] if active else ["--disable-epsv"]
            net.ask("curl", "-s", *way, "ftp://192.0.2.2/file.txt")
            net.ask("curl", "-s", *way, "ftp://192.0.2.2/")
            more = ["--ftp-port", "-"] if active else []
            net.ask("curl", "-s", *more, "ftp://192.0.2.2/file.txt")

        how = "active (PORT, EPRT)" if active else "passive (PASV, EPSV)"
        net.record(folder, [f"curl lists a folder and fetches a file by FTP, {how}; the box has a helper for it and lets",
                            "only related connections through."], talk, "curl", "vsftpd")

    return make


def ftp_published(cases, folder):
    net = Connections(cases)
    net.rules(["iptables -t raw -A PREROUTING -i eth0 -p tcp --dport 21 -j CT --helper ftp",
               "iptables -t nat -A PREROUTING -i eth0 -d 10.1.0.1 -p tcp --dport 21 -j DNAT --to-destination 192.0.2.2",
               "iptables -A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED,DNAT -j ACCEPT", "iptables -P FORWARD DROP"])
    ftp_server(net)

    def talk():
        net.ask("curl", "-s", "--disable-epsv", "--no-ftp-skip-pasv-ip", "ftp://10.1.0.1/file.txt")
        net.ask("curl", "-s", "ftp://10.1.0.1/file.txt")

    net.record(folder, ["curl fetches a file by passive FTP (PASV, EPSV) from a server that the box publishes under its own address:",
                        "the helper puts the box's address into the server's answer."], talk, "curl", "vsftpd")


CASES = {"connections/http": http, "connections/http-to-port": http_to_port, "connections/dns": dns, "connections/traceroute": traceroute,
         "connections/scan": scan, "connections/ftp-active": ftp(True), "connections/ftp-passive": ftp(False),
         "connections/ftp-published": ftp_published}
