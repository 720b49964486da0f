"""A Docker host that is broken in the ways that its owners meet, each recorded by ringway snapshot: the cookbook's hosts.

    client 192.0.2.1 - eth0 192.0.2.10, the host - front 172.20.0.0/16: web, api, admin, wrong; back 172.21.0.0/16: db
"""
import gzip
import json
import os
import subprocess
import time

import host
from lab import Place
from world import sh

# Published, but for api and db; in each a server listens at port 80, which is not where wrong's published port leads.
CONTAINERS = {
    "web": ["--network", "front", "-p", "8080:80", "-p", "5353:53/udp"],
    "api": ["--network", "front"],
    "db": ["--network", "back"],
    "admin": ["--network", "front", "-p", "127.0.0.1:9000:80"],
    "wrong": ["--network", "front", "-p", "8081:8000"],
}
HOST = "192.0.2.10"


class BrokenHost(host.DockerHost):
    """Built anew for each way in which it is broken: nothing of another is left."""

    def docker(self):
        os.makedirs("/run/docker-data")
        with open("/run/dockerd.log", "w") as log:
            subprocess.Popen([*self.host.prefix, "dockerd", "--data-root", "/run/docker-data", "--storage-driver", "vfs",
                              "--exec-opt", "native.cgroupdriver=cgroupfs", "--ip6tables=false"], stdout=log, stderr=log)
        for _ in range(150):
            if subprocess.run([*self.host.prefix, "docker", "info"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
                break
            time.sleep(0.2)
        os.makedirs("/run/image/bin")
        sh("cp", "/usr/bin/busybox", "/run/image/bin/busybox")
        for name in ("sh", "sleep", "httpd"):
            os.symlink("busybox", f"/run/image/bin/{name}")
        with open("/run/image/big", "w") as file:
            file.write("x" * 9000)
        tar = subprocess.Popen(["tar", "-C", "/run/image", "-c", "."], stdout=subprocess.PIPE)
        sh(*self.host.prefix, "docker", "import", "-", "busybox", stdin=tar.stdout, stdout=subprocess.DEVNULL)
        for number, name in ((20, "front"), (21, "back")):
            self.host.run("docker", "network", "create", "-o", f"com.docker.network.bridge.name=br-{name}", "--subnet",
                          f"172.{number}.0.0/16", name)
        for name, options in CONTAINERS.items():
            self.host.run("docker", "run", "-d", "--name", name, *options, "busybox", "/bin/sh", "-c", "httpd -p 80 -h /; sleep 3000")
            pid = json.loads(self.host.run("docker", "inspect", name))[0]["State"]["Pid"]
            self.containers[name] = Place(name, [*self.host.prefix, "nsenter", "-t", str(pid), "-n"])

    def cable(self, name):
        """The host's end of a container's cable."""
        number = self.containers[name].data("link", "show", "eth0")[0]["link_index"]
        return next(link["ifname"] for link in self.host.data("link") if link["ifindex"] == number)

    def shell(self, words, place=None):
        (place or self.host).run("sh", "-c", words)


def drop_forwarding(broken):
    broken.shell("iptables -P FORWARD DROP; iptables -F FORWARD")


def take_off_bridge(broken):
    broken.shell(f"ip link set {broken.cable('web')} nomaster")


def duplicate(broken):
    broken.shell("ip netns add twin; ip link add twin0 type veth peer name eth0 netns twin; ip link set twin0 master br-front up;"
                 "ip -n twin addr add 172.20.0.2/16 dev eth0; ip -n twin link set eth0 up; ip neigh flush all; sleep 0.3;"
                 "ip netns exec twin ping -qc1 172.20.0.1")


def nft(broken):
    broken.shell("nft add table inet firewalld; nft 'add chain inet firewalld filter_FORWARD { type filter hook forward priority 10; }';"
                 "nft add rule inet firewalld filter_FORWARD reject with icmpx type admin-prohibited")


def stale(broken):
    """A client that asked while the container was gone, and goes on from the same port."""
    broken.shell("docker stop -t 0 web")
    broken.shell("python3 -c 'import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind((\"\", 40000));"
                 " s.sendto(b\"hello\", (\"192.0.2.10\", 5353))'", broken.client)
    broken.shell("docker start web")


def small_mtu(broken):
    broken.shell("ip link set eth0 mtu 1400; iptables -I OUTPUT -p icmp --icmp-type fragmentation-needed -j DROP")


WAYS = {
    "whole": lambda broken: None,
    "forward-policy": drop_forwarding,
    "no-forwarding": lambda broken: broken.shell("sysctl -q -w net.ipv4.ip_forward=0"),
    "flushed": lambda broken: broken.shell("iptables -F; iptables -t nat -F; iptables -P FORWARD ACCEPT"),
    "firewall": lambda broken: broken.shell("iptables -I DOCKER-USER -i eth0 ! -s 10.0.0.0/8 -j DROP"),
    "nftables": nft,
    "vpn": lambda broken: broken.shell("ip tuntap add tun0 mode tun; ip addr add 10.9.0.2/24 dev tun0; ip link set tun0 up;"
                                       "ip route add 172.20.0.0/17 dev tun0"),
    "off-bridge": take_off_bridge,
    "duplicate": duplicate,
    "no-masquerade": lambda broken: broken.shell("iptables -t nat -F POSTROUTING"),
    "no-way-back": lambda broken: broken.shell("ip route del default", broken.containers["web"]),
    "stale-udp": stale,
    "mtu": small_mtu,
}


def make(way):
    def record(_, folder):
        broken = BrokenHost(folder)
        WAYS[way](broken)
        done = broken.recorded()
        with gzip.GzipFile(os.path.join(folder, "host.snapshot.gz"), "wb", 9, mtime=0) as file:
            file.write(done)
        if way == "mtu":
            broken.record("any", lambda: subprocess.run([*broken.client.prefix, "curl", "-s", "-m", "2", f"http://{HOST}:8080/big"],
                                                        stdout=subprocess.DEVNULL, check=False))

    return record


CASES = {f"hosts/broken/{way}": make(way) for way in WAYS}
