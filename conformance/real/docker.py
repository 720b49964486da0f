"""A real Docker daemon: containers web, peer (docker0), other (a network of its own), an uplink to the namespace outside."""
import json
import os
import subprocess
import time

import lab
import recording
from world import World, plain, sh

HOST = "192.0.2.10"
MACS = {"eth0": "02:00:c0:00:02:0a", "outside": "02:00:c0:00:02:01"}


class Docker:
    def __init__(self, cases, proxy, bridge_nf):
        self.world = World(cases)
        self.containers = {}
        self.host = self.world.place("host", [])
        self.world.begin(self.host)
        self.outside = self.world.namespace("outside")
        self.world.veth(self.host, "eth0", MACS["eth0"], self.outside, "eth0", MACS["outside"])
        self.host.run("ip", "addr", "add", f"{HOST}/24", "dev", "eth0")
        self.outside.run("ip", "addr", "add", "192.0.2.1/24", "dev", "eth0")
        self.host.run("ip", "route", "add", "default", "via", "192.0.2.1")
        know(self.host, "192.0.2.1", MACS["outside"], "eth0")
        know(self.outside, HOST, MACS["eth0"], "eth0")
        self.start(proxy)
        self.image()
        sh("docker", "network", "create", "--subnet", "172.20.0.0/16", "front", stdout=subprocess.DEVNULL)
        self.container("web", "172.17.0.1", "-p", "8080:80", "-p", "8081:81", "-p", "127.0.0.1:8443:80", "-p", "5300:53/udp")
        self.container("peer", "172.17.0.1")
        self.container("other", "172.20.0.1", "--network", "front", "-p", "8090:80")
        for link in self.host.data("link", "show", "type", "bridge"):
            plain(self.host, link["ifname"])
        self.host.run("sysctl", "-q", "-w", f"net.bridge.bridge-nf-call-iptables={int(bridge_nf)}")
        self.world.watch(self.host)
        self.world.watch(self.outside)

    def start(self, proxy):
        os.makedirs("/run/docker-data")
        os.environ["DOCKER_HOST"] = "unix:///run/docker.sock"
        self.log = open("/run/dockerd.log", "w")
        subprocess.Popen(["dockerd", "--data-root", "/run/docker-data", "--exec-root", "/run/docker-exec",
                          "-H", os.environ["DOCKER_HOST"], "--pidfile", "/run/docker.pid", "--storage-driver", "vfs",
                          "--exec-opt", "native.cgroupdriver=cgroupfs", "--ip6tables=false",
                          f"--userland-proxy={'true' if proxy else 'false'}"], stdout=self.log, stderr=self.log)
        for _ in range(150):
            if subprocess.run(["docker", "info"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
                return
            time.sleep(0.2)
        raise SystemExit(open("/run/dockerd.log").read())

    @staticmethod
    def image():
        """Busybox and nothing else."""
        os.makedirs("/run/image/bin")
        os.makedirs("/run/image/www")
        sh("cp", "/usr/bin/busybox", "/run/image/bin/busybox")
        for name in ("sh", "sleep", "httpd", "wget", "nc", "dnsd", "nslookup"):
            os.symlink("busybox", f"/run/image/bin/{name}")
        with open("/run/image/www/index.html", "w") as file:
            file.write("a page of a container\n")
        with open("/run/image/dns.conf", "w") as file:
            file.write("web.example 192.0.2.80\n")
        tar = subprocess.Popen(["tar", "-C", "/run/image", "-c", "."], stdout=subprocess.PIPE)
        sh("docker", "import", "-", "busybox", stdin=tar.stdout, stdout=subprocess.DEVNULL)

    def container(self, name, gateway, *options):
        sh("docker", "run", "-d", "--name", name, *options, "busybox", "/bin/sh", "-c",
           "httpd -p 80 -h /www; dnsd -c /dns.conf -d; sleep 1000", stdout=subprocess.DEVNULL)
        found = json.loads(sh("docker", "inspect", name, stdout=subprocess.PIPE).stdout)[0]
        place = self.world.place(name, ["nsenter", "-t", str(found["State"]["Pid"]), "-n"])
        uplink = place.data("link", "show", "eth0")[0]["link_index"]
        for link in self.host.data("link"):
            if link["ifindex"] == uplink:
                device = link["ifname"]
                bridge = link["master"]
        for where, end in ((self.host, device), (place, "eth0")):
            plain(where, end)
        net = next(iter(found["NetworkSettings"]["Networks"].values()))
        know(self.host, net["IPAddress"], net["MacAddress"], bridge)
        know(place, gateway, self.host.data("link", "show", bridge)[0]["address"], "eth0")
        for other, address, mac in self.containers.setdefault(bridge, []):
            know(place, address, mac, "eth0")
            know(other, net["IPAddress"], net["MacAddress"], "eth0")
        self.containers[bridge].append((place, net["IPAddress"], net["MacAddress"]))
        self.world.far[device] = (place, "eth0")
        self.world.names[device] = f"veth{name}"
        if bridge != "docker0":
            self.world.names[bridge] = f"br-{net['NetworkID'][:12]}".replace(net["NetworkID"][:12], "front")
        self.world.watch(place)

    def record(self, folder, shows, talk, own=False):
        if own:
            self.world.log_sent(self.host)
        recording.record(self.world, folder, shows, self.host, talk, recording.version("docker.io", "iptables", "busybox-static", "curl"))


def know(place, address, mac, device):
    place.run("ip", "neigh", "replace", address, "lladdr", mac, "dev", device, "nud", "permanent")


def fetch(place, address, *more):
    """With curl, or in a container with its own wget."""
    found = subprocess.run([*place.prefix, "curl", "-s", "--max-time", "5", *more, f"http://{address}/"], text=True, stdout=subprocess.PIPE)
    return found.stdout or f"curl ended with {found.returncode}"


def published_from(who, address, wanted, own, words):
    """A case: somebody fetches the page of the port that web publishes."""

    def case(proxy, bridge_nf):
        def make(cases, folder):
            docker = Docker(cases, proxy, bridge_nf)

            def talk():
                for _ in range(2):
                    found = fetch(docker.world.places[who], address)
                    if wanted(proxy) not in found:
                        raise SystemExit(f"{folder}: {found}")

            docker.record(folder, [f"{words}; a real dockerd,", f"userland-proxy {on(proxy)}, bridge-nf {on(bridge_nf)}."], talk, own(proxy))

        return make

    return case


def on(flag):
    return "on" if flag else "off"


PAGE = "a page of a container"
KINDS = {
    "outside": published_from("outside", f"{HOST}:8080", lambda proxy: PAGE, lambda proxy: False,
                              "A published port, asked from outside"),
    "host": published_from("host", f"{HOST}:8080", lambda proxy: PAGE, lambda proxy: True,
                           "A published port, asked by the host at its own address"),
    "other-network": published_from("other", f"{HOST}:8080", lambda proxy: PAGE if proxy else "", lambda proxy: proxy,
                                    "A published port, asked by a container of another network"),
    "hairpin": published_from("web", f"{HOST}:8080", lambda proxy: PAGE, lambda proxy: proxy,
                              "A published port, asked by its own container"),
    "loopback": published_from("host", "127.0.0.1:8080", lambda proxy: PAGE, lambda proxy: True,
                               "A published port, asked at 127.0.0.1"),
    "neighbour": published_from("peer", f"{HOST}:8080", lambda proxy: PAGE if proxy else "", lambda proxy: proxy,
                                "A published port, asked by another container of the same network"),
}
CASES = {}
for kind, make in KINDS.items():
    for proxy in (True, False):
        for bridge_nf in (True, False):
            CASES[f"docker/{kind}{'-proxy' if proxy else ''}{'-nf' if bridge_nf else ''}"] = make(proxy, bridge_nf)
