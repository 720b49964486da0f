"""A whole Docker host as its owner sees it: recorded by ringway snapshot, and by tcpdump while real programs talk to its containers.

    client 192.0.2.1, a router - eth0 192.0.2.10, the host - front 172.20.0.0/16: web; back 172.21.0.0/16: names, shell; docker0: job
    beyond 198.51.100.7 behind the client

The host is a world within the world: neither its processes nor its files of namespaces show who is outside.
"""
import json
import os
import shutil
import signal
import subprocess
import time

from lab import Place
from world import plain, sh

HERE = os.path.dirname(os.path.realpath(__file__))
SNAPSHOT = os.path.join(HERE, "../../lab/src/main/resources/io/ringway/lab/snapshot/snapshot.sh")
HOST = "192.0.2.10"
CONTAINERS = {
    "web": ["--network", "front", "-p", "80:80", "-p", "443:443", "-p", "4433:4433/udp", "-p", "8080-8081:80-81"],
    "names": ["--network", "back", "-p", "53:5353/udp", "-p", "53:5353"],
    "shell": ["--network", "back", "-p", "2222:22"],
    "job": [],
}


class DockerHost:
    def __init__(self, folder):
        self.folder = folder
        os.makedirs("/run/netns", exist_ok=True)
        self.client = self.namespace("client")
        self.beyond = self.namespace("beyond")
        self.client.run("sysctl", "-q", "-w", "net.ipv4.ip_forward=1")
        self.client.run("sysctl", "-q", "-w", "net.ipv4.icmp_ratemask=0")
        inner = subprocess.Popen(["unshare", "--net", "--pid", "--mount", "--fork", "--kill-child", "--mount-proc", "sh", "-c",
                                  "mount -t tmpfs tmpfs /run/netns; ip link set lo up; echo; exec sleep 3000"], stdout=subprocess.PIPE)
        inner.stdout.readline()
        with open(f"/proc/{inner.pid}/task/{inner.pid}/children") as file:
            self.pid = file.read().split()[0]
        self.host = Place("host", ["nsenter", "-t", self.pid, "-a"])
        self.wire(self.client, "eth0", "192.0.2.1", "eth0", HOST, self.pid)
        self.host.run("ip", "route", "add", "default", "via", "192.0.2.1")
        self.wire(self.client, "eth1", "198.51.100.1", "eth0", "198.51.100.7", "beyond")
        self.beyond.run("ip", "route", "add", "default", "via", "198.51.100.1")
        self.containers = {}
        self.docker()
        self.places = [self.host, self.client, self.beyond, *self.containers.values()]
        self.offloads("off")
        self.meet()
        site()

    def namespace(self, name):
        sh("ip", "netns", "add", name)
        place = Place(name, ["ip", "netns", "exec", name])
        place.run("ip", "link", "set", "lo", "up")
        place.run("sysctl", "-q", "-w", "net.ipv6.conf.all.disable_ipv6=1", "net.ipv6.conf.default.disable_ipv6=1")
        return place

    def wire(self, near, device, address, there, address_there, where):
        near.run("ip", "link", "add", device, "type", "veth", "peer", "name", there, "netns", where)
        far = self.host if where == self.pid else self.beyond
        if far is self.host:
            far.run("sysctl", "-q", "-w", "net.ipv6.conf.all.disable_ipv6=1", "net.ipv6.conf.default.disable_ipv6=1")
        for place, name, own in ((near, device, address), (far, there, address_there)):
            place.run("ip", "addr", "add", f"{own}/24", "dev", name)
            place.run("ip", "link", "set", name, "up")

    def docker(self):
        os.makedirs("/run/docker-data")
        log = open("/run/dockerd.log", "w")
        # Reaches the daemon by its own mounts and processes.
        subprocess.Popen([*self.host.prefix, "dockerd", "--data-root", "/run/docker-data", "--storage-driver", "vfs",
                          "--exec-opt", "native.cgroupdriver=cgroupfs", "--ip6tables=false"], stdout=log, stderr=log)
        for _ in range(150):
            if subprocess.run([*self.host.prefix, "docker", "info"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
                break
            time.sleep(0.2)
        os.makedirs("/run/image/bin")
        sh("cp", "/usr/bin/busybox", "/run/image/bin/busybox")
        os.symlink("busybox", "/run/image/bin/sleep")
        tar = subprocess.Popen(["tar", "-C", "/run/image", "-c", "."], stdout=subprocess.PIPE)
        sh(*self.host.prefix, "docker", "import", "-", "busybox", stdin=tar.stdout, stdout=subprocess.DEVNULL)
        for number, name in ((20, "front"), (21, "back")):
            self.host.run("docker", "network", "create", "--subnet", f"172.{number}.0.0/16", name)
        for name, options in CONTAINERS.items():
            self.host.run("docker", "run", "-d", "--name", name, *options, "busybox", "/bin/sleep", "3000")
            pid = json.loads(self.host.run("docker", "inspect", name))[0]["State"]["Pid"]
            self.containers[name] = Place(name, [*self.host.prefix, "nsenter", "-t", str(pid), "-n"])

    def meet(self):
        """A host that has been up for a while knows its neighbours."""
        self.beyond.run("ping", "-qc", "1", HOST)
        for name, place in self.containers.items():
            place.run("ping", "-qc", "1", "192.0.2.1")
            net = next(iter(json.loads(self.host.run("docker", "inspect", name))[0]["NetworkSettings"]["Networks"].values()))
            self.host.run("ping", "-qc", "1", net["IPAddress"])
        # Long enough for whom it asked in doubt to have answered.
        time.sleep(9)
        self.host.run("conntrack", "-F")

    def offloads(self, state):
        for place in self.places:
            for link in place.data("link"):
                if link["ifname"] != "lo" and state == "off":
                    plain(place, link["ifname"])
                elif link["ifname"] != "lo":
                    subprocess.run([*place.prefix, "ethtool", "-K", link["ifname"], "tx", "on", "tso", "on", "gso", "on", "gro", "on"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def recorded(self):
        """What ringway snapshot prints there."""
        with open(SNAPSHOT) as script:
            done = subprocess.run([*self.host.prefix, "sh"], check=True, stdin=script, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return anonymous(done.stdout)

    def snapshot(self):
        with open(os.path.join(self.folder, "host.snapshot"), "wb") as file:
            file.write(self.recorded())

    def serve(self, place, *words, port, udp=False):
        place = self.containers[place]
        subprocess.Popen([*place.prefix, *words], stdin=subprocess.DEVNULL, stdout=open(f"/run/{os.path.basename(words[0])}.log", "w"),
                         stderr=subprocess.STDOUT)
        for _ in range(100):
            if f":{port} " in place.run("ss", "-Hlnu" if udp else "-Hlnt"):
                return
            time.sleep(0.05)
        raise SystemExit(f"{words} does not listen:\n" + open(f"/run/{os.path.basename(words[0])}.log").read())

    def record(self, name, talk, *inside):
        """The host's uplink, all of the host by -i any, and containers."""
        folder = os.path.join(self.folder, name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        nano = ["--time-stamp-precision=nano"]
        captures = [Capture(self.host, f"{folder}/outside.pcap", "eth0", nano), Capture(self.host, f"{folder}/any.pcap", "any", [])]
        captures += [Capture(self.containers[one], f"{folder}/{one}.pcap", "eth0", nano) for one in inside]
        time.sleep(0.3)
        talk()
        # A capture gets its last block a second later.
        time.sleep(1.5)
        for capture in captures:
            capture.stop()


def anonymous(text):
    """Without what the kernel is called by whoever built it, and its machine."""
    system = os.uname()
    old = f" {system.sysname} {system.nodename} {system.release} {system.machine}\n"
    if old.encode() not in text:
        raise SystemExit("the snapshot does not begin with uname's words")
    release = ".".join(system.release.split("-")[0].split(".")[:3])
    return text.replace(old.encode(), f" {system.sysname} docker-host {release} {system.machine}\n".encode(), 1)


class Capture:
    def __init__(self, place, file, device, options):
        self.file = file
        self.process = subprocess.Popen([*place.prefix, "tcpdump", "-n", "-i", device, "-U", "-Z", "root", "-B", "8192",
                                         *options, "-w", file], stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if "listening" in line:
                break

    def stop(self):
        # nsenter hands no signal on to who runs in another pid namespace.
        for line in subprocess.run(["pgrep", "-f", f"^tcpdump .* {self.file}$"], text=True, stdout=subprocess.PIPE).stdout.split():
            os.kill(int(line), signal.SIGINT)
        said = self.process.communicate()[1]
        if "0 packets dropped by kernel" not in said:
            raise SystemExit(said)
        sh("gzip", "-9n", self.file)


def site():
    os.makedirs("/run/site/sub")
    with open("/run/site/page.html", "w") as file:
        file.write("".join(f"<p>line {number} of a page that takes some segments</p>\n" for number in range(160)))
    with open("/run/site/big.txt", "w") as file:
        file.write("".join(f"{number} bottles\n" for number in range(6000)))
    for number in range(4):
        with open(f"/run/site/sub/{number}.txt", "w") as file:
            file.write(f"a small file, the {number}th\n" * (number * 40 + 1))
    sh("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "3650", "-subj", "/CN=web.example",
       "-keyout", "/run/key.pem", "-out", "/run/cert.pem", stderr=subprocess.DEVNULL)
    with open("/run/nginx.conf", "w") as file:
        file.write("daemon off; user root; pid /run/nginx.pid; error_log /run/nginx-error.log; worker_processes 1; events {}\n"
                   "http { access_log off; client_body_temp_path /run/nginx-body; proxy_temp_path /run/nginx-proxy;\n"
                   " fastcgi_temp_path /run/nginx-f; uwsgi_temp_path /run/nginx-u; scgi_temp_path /run/nginx-s;\n"
                   " server { listen 80; listen 443 ssl http2; root /run/site; ssl_certificate /run/cert.pem; ssl_certificate_key /run/key.pem;\n"
                   " location /post { return 200 thanks; } } }\n")


def sshd(host):
    os.makedirs("/run/sshd", exist_ok=True)
    for name in ("host", "user"):
        sh("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"/run/key-{name}")
    shutil.copy("/run/key-user.pub", "/run/authorized")
    with open("/etc/passwd") as file:
        users = file.read()
    with open("/run/passwd", "w") as file:
        file.write(users + ("" if "\nsshd:" in users else "sshd:x:997:65534::/run/sshd:/usr/sbin/nologin\n"))
    # The one who checks keys is a user of its own.
    for prefix in ([], host.host.prefix):
        sh(*prefix, "mount", "--bind", "/run/passwd", "/etc/passwd")
    host.serve("shell", shutil.which("sshd"), "-D", "-e", "-f", "/dev/null", "-p", "22", "-h", "/run/key-host", "-o", "UsePAM=no",
               "-o", "PermitRootLogin=yes", "-o", "StrictModes=no", "-o", "AuthorizedKeysFile=/run/authorized", "-o", "PidFile=none", port=22)


def make(_, folder):
    host = DockerHost(folder)
    host.snapshot()
    host.serve("web", "nginx", "-c", "/run/nginx.conf", port=443)
    host.serve("web", "gtlsserver", "-q", "-d", "/run/site", "0.0.0.0", "4433", "/run/key.pem", "/run/cert.pem", port=4433, udp=True)
    host.serve("names", "dnsmasq", "-k", "-C", "/dev/null", "-p", "5353", "-h", "-R", "-u", "root", "--host-record=web.example,192.0.2.80",
               "--txt-record=long.example," + ",".join(["t" * 200] * 9), port=5353, udp=True)
    sshd(host)

    def ask(place, *words, fails=False):
        done = subprocess.run([*place.prefix, *words], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                              timeout=90, errors="replace")
        if (done.returncode != 0) != fails:
            raise SystemExit(f"{' '.join(words)} ended with {done.returncode}: {done.stdout}")

    def http1():
        ask(host.client, "curl", "-s", f"http://{HOST}/page.html", f"http://{HOST}/sub/1.txt", f"http://{HOST}:8080/sub/2.txt")
        ask(host.client, "curl", "-s", "-f", f"http://{HOST}/missing", fails=True)
        ask(host.client, "curl", "-s", "--data-binary", "@/run/site/page.html", f"http://{HOST}/post")
        ask(host.client, "curl", "-s", f"http://{HOST}:8081/", fails=True)

    def tls():
        ask(host.client, "curl", "-s", "-k", "--http1.1", f"https://{HOST}/page.html")
        ask(host.client, "curl", "-s", "-k", "--http1.1", "--tls-max", "1.2", f"https://{HOST}/sub/1.txt")
        ask(host.client, "openssl", "s_client", "-connect", f"{HOST}:443", "-servername", "web.example")

    def http2():
        urls = [word for number in range(4) for word in ("-o", "/dev/null", f"https://{HOST}/sub/{number}.txt")]
        ask(host.client, "curl", "-s", "-k", "--http2", "--parallel", *urls, "-o", "/dev/null", f"https://{HOST}/page.html")

    def dns():
        dig = ["dig", "+tries=1", "+time=2", f"@{HOST}"]
        ask(host.client, *dig, "web.example")
        ask(host.client, *dig, "+nocookie", "no.example", "AAAA")
        ask(host.client, *dig, "+noedns", "long.example", "TXT")
        ask(host.client, *dig, "+tcp", "web.example")

    def quic():
        ask(host.client, "gtlsclient", "-q", "--exit-on-all-streams-close", HOST, "4433", f"https://{HOST}/page.html", f"https://{HOST}/sub/3.txt")

    def ssh():
        ask(host.client, "ssh", "-F", "/dev/null", "-i", "/run/key-user", "-p", "2222", "-o", "StrictHostKeyChecking=no", "-o",
            "UserKnownHostsFile=/dev/null", f"root@{HOST}", "cat /run/site/page.html; ls /run/site")

    def scan():
        nmap = ["nmap", "-n", "-Pn", "--max-retries", "1", "--min-rate", "200", HOST]
        ask(host.client, *nmap, "-sS", "-p", "20-30,79-82,443,2222")
        ask(host.client, *nmap, "-sU", "-p", "53,67-69,123,4433")
        ask(host.client, *nmap, "-sF", "-p", "79,80,443")

    def traceroute():
        for kind in ([], ["-I"], ["-T", "-p", "80"]):
            ask(host.containers["job"], "traceroute", "-n", "-q", "1", "-w", "1", "-N", "1", *kind, "198.51.100.7")
        ask(host.beyond, "traceroute", "-n", "-q", "1", "-w", "1", "-N", "1", "-T", "-p", "80", HOST)

    def big():
        ask(host.client, "curl", "-s", f"http://{HOST}/big.txt")

    host.record("http1", http1, "web")
    host.record("tls", tls, "web")
    host.record("http2", http2, "web")
    host.record("dns", dns, "names")
    host.record("quic", quic, "web")
    host.record("ssh", ssh, "shell")
    host.record("scan", scan, "web", "names", "shell")
    host.record("traceroute", traceroute, "job", "web")
    host.offloads("on")
    host.record("offloaded", big, "web")


CASES = {"hosts/docker": make}
