"""A node with kube-proxy's rules: pods a, b, c and client on the bridge cni0, an uplink to the namespace outside."""
import importlib.util
import os
import subprocess
import time

import recording
from world import World, plain

HERE = os.path.dirname(os.path.abspath(__file__))
WRITER = os.path.join(HERE, "../../nat-engine/src/test/kernel/write-kube-proxy-rules.py")
NODE, GATEWAY, GATEWAY_MAC = "192.0.2.10", "10.244.0.1", "02:00:0a:f4:00:01"
PODS = {"a": 2, "b": 3, "c": 4, "client": 5}
CLUSTER_IP = "10.96.0.10"
PAGE = "a page of a pod"


def proxy_rules():
    """The module that writes kube-proxy's published format."""
    spec = importlib.util.spec_from_file_location("kube_proxy_rules", WRITER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FORMAT = proxy_rules()
STICKY, NOT_STICKY = 2, 0  # numbers of services of the one kind and the other, there


class Services(FORMAT.Rules):
    """Chains of a service as kube-proxy writes them; the parts that services share come from the format's own class."""

    def add(self, name, endpoints, protocol="tcp", port=80, sticky=False, node_port=None, local=False):
        where = f"-m {protocol} -p {protocol} -d {CLUSTER_IP} --dport {port}"
        if not endpoints:
            self.filter.append(f'-A KUBE-SERVICES -m comment --comment "{name} has no endpoints" {where} -j REJECT')
            if node_port:
                self.filter.append(f'-A KUBE-EXTERNAL-SERVICES -m comment --comment "{name} has no endpoints" -m addrtype'
                                   f" --dst-type LOCAL -m {protocol} -p {protocol} --dport {node_port} -j REJECT")
            return
        service = self.add_chain(FORMAT.chain("KUBE-SVC-", name, protocol))
        self.nat.append(f'-A KUBE-SERVICES -m comment --comment "{name} cluster IP" {where} -j {service}')
        self.nat.append(f'-A {service} -m comment --comment "{name} cluster IP" {where} ! -s {FORMAT.POD_NETWORK} -j KUBE-MARK-MASQ')
        self.endpoints(STICKY if sticky else NOT_STICKY, name, protocol, service, endpoints)
        if node_port:
            self.node_port(name, protocol, node_port, service, local, endpoints)

    def node_port(self, name, protocol, node_port, service, local, endpoints):
        external = self.add_chain(FORMAT.chain("KUBE-EXT-", name, protocol))
        self.nat.append(f"-A KUBE-NODEPORTS -m comment --comment {name} -m {protocol} -p {protocol} --dport {node_port} -j {external}")
        if not local:
            self.nat += [f'-A {external} -m comment --comment "masquerade traffic for {name} external destinations" -j KUBE-MARK-MASQ',
                         f"-A {external} -j {service}"]
            return
        here = self.add_chain(FORMAT.chain("KUBE-SVL-", name, protocol))
        masquerade = f'-A {external} -m comment --comment "masquerade LOCAL traffic for {name} external destinations"'
        route = f'-A {external} -m comment --comment "route LOCAL traffic for {name} external destinations"'
        self.nat += [
            f'-A {external} -m comment --comment "pod traffic for {name} external destinations" -s {FORMAT.POD_NETWORK} -j {service}',
            f"{masquerade} -m addrtype --src-type LOCAL -j KUBE-MARK-MASQ",
            f"{route} -m addrtype --src-type LOCAL -j {service}",
            f"-A {external} -j {here}",
            f'-A {here} -m comment --comment "{name} -> {endpoints[0]}" -j {FORMAT.chain("KUBE-SEP-", name, protocol, endpoints[0])}',
        ]


class Node:
    def __init__(self, cases, services, random_fully):
        self.world = World(cases)
        self.host = self.world.place("host", [])
        self.world.begin(self.host)
        self.host.run("ip", "link", "add", "cni0", "address", GATEWAY_MAC, "type", "bridge")
        plain(self.host, "cni0")
        self.host.run("ip", "link", "set", "cni0", "up")
        self.host.run("ip", "addr", "add", f"{GATEWAY}/24", "brd", "10.244.0.255", "dev", "cni0")
        for name, number in PODS.items():
            self.pod(name, number)
        outside = self.world.namespace("outside")
        self.world.veth(self.host, "eth0", "02:00:c0:00:02:0a", outside, "eth0", "02:00:c0:00:02:01")
        self.host.run("ip", "addr", "add", f"{NODE}/24", "dev", "eth0")
        outside.run("ip", "addr", "add", "192.0.2.1/24", "dev", "eth0")
        self.host.run("ip", "route", "add", "default", "via", "192.0.2.1")
        know(self.host, "192.0.2.1", "02:00:c0:00:02:01", "eth0")
        know(outside, NODE, "02:00:c0:00:02:0a", "eth0")
        for setting in ("net.ipv4.ip_forward", "net.bridge.bridge-nf-call-iptables"):
            self.host.run("sysctl", "-q", "-w", f"{setting}=1")
        text = services.text() if random_fully else services.text().replace(" --random-fully", "")
        subprocess.run(["iptables-restore", "--noflush", "--counters"], input=text, text=True, check=True)
        for place in [self.host, outside, *(self.world.places[name] for name in PODS)]:
            self.world.watch(place)

    def pod(self, name, number):
        place = self.world.namespace(name)
        mac = f"02:00:0a:f4:00:{number:02x}"
        self.world.veth(self.host, f"veth{name}", f"02:00:fe:00:00:{number:02x}", place, "eth0", mac)
        self.host.run("ip", "link", "set", f"veth{name}", "master", "cni0")
        self.host.run("bridge", "link", "set", "dev", f"veth{name}", "hairpin", "on")
        place.run("ip", "addr", "add", f"10.244.0.{number}/24", "dev", "eth0")
        place.run("ip", "route", "add", "default", "via", GATEWAY)
        know(self.host, f"10.244.0.{number}", mac, "cni0")
        know(place, GATEWAY, GATEWAY_MAC, "eth0")
        for other, its in PODS.items():
            if other != name:
                know(place, f"10.244.0.{its}", f"02:00:0a:f4:00:{its:02x}", "eth0")

    def serve(self, *pods):
        os.makedirs("/run/site", exist_ok=True)
        with open("/run/site/index.html", "w") as file:
            file.write(PAGE + "\n")
        for pod in pods:
            subprocess.Popen([*self.world.places[pod].prefix, "busybox", "httpd", "-f", "-p", "8080", "-h", "/run/site"])
        time.sleep(0.5)

    def fetch(self, who, address, wanted=PAGE):
        command = [*self.world.places[who].prefix, "curl", "-s", "--max-time", "5", f"http://{address}/"]
        found = subprocess.run(command, text=True, stdout=subprocess.PIPE)
        if found.stdout.strip() != wanted:
            raise SystemExit(f"{who} asked {address}: {found.returncode} {found.stdout}")


def know(place, address, mac, device):
    place.run("ip", "neigh", "replace", address, "lladdr", mac, "dev", device, "nud", "permanent")


def case(shows, asks, random_fully=False, wanted=PAGE, times=2, endpoints=("10.244.0.2:8080",), **service):
    """Each of asks is (who, which address); host asks from the node itself."""

    def make(cases, folder):
        services = Services()
        services.add("shop/web:http", list(endpoints), **service)
        node = Node(cases, services, random_fully)
        node.serve(*(name for name, number in PODS.items() if f"10.244.0.{number}:8080" in endpoints))
        if any(who == "host" for who, _ in asks):
            node.world.log_sent(node.host)

        def talk():
            for _ in range(times):
                for who, address in asks:
                    node.fetch(who, address, wanted)

        recording.record(node.world, folder, shows, node.host, talk, recording.version("iptables", "busybox-static", "curl"))

    return make


def three_endpoints(cases, folder):
    """Whom the kernel takes is random: the test compares what may be taken, and how often."""
    services = Services()
    services.add("shop/names:dns", [f"10.244.0.{number}:5353" for number in (2, 3, 4)], protocol="udp", port=53, node_port=30053)
    node = Node(cases, services, False)
    for pod in ("a", "b", "c"):
        subprocess.Popen([*node.world.places[pod].prefix, "dnsmasq", "-C", "/dev/null", "-p", "5353", "-h", "-R", "-u", "root",
                          f"--pid-file=/run/{pod}.pid", "--host-record=web.example,192.0.2.80"])
    time.sleep(1)

    def talk():
        for _ in range(60):
            for who, address in (("client", ["@" + CLUSTER_IP]), ("outside", ["@" + NODE, "-p", "30053"])):
                subprocess.run([*node.world.places[who].prefix, "dig", "+tries=1", "+noedns", *address, "web.example"], check=True,
                               stdout=subprocess.DEVNULL)

    shows = ["A Service with three endpoints: each connection goes by -m statistic --mode random to one of them, from a pod by",
             "the cluster's address and from outside by a NodePort."]
    recording.record(node.world, folder, shows, node.host, talk, recording.version("iptables", "dnsmasq-base", "bind9-dnsutils"))


CASES = {
    "kubernetes/cluster-ip": case(["A pod asks a Service's address, whose one endpoint is on the same node; kube-proxy's rules,", "bridge-nf on."],
                                  [("client", CLUSTER_IP)]),
    "kubernetes/from-node": case(["The node itself asks a Service's address: marked, and masqueraded as it leaves for the pod."], [("host", CLUSTER_IP)]),
    "kubernetes/node-port": case(["From outside by a NodePort, externalTrafficPolicy Cluster: masqueraded on its way to the pod."],
                                 [("outside", f"{NODE}:30080")], node_port=30080),
    "kubernetes/node-port-local": case(["From outside and from the node by a NodePort, externalTrafficPolicy Local: the pod sees the client's own", "address."],
                                       [("outside", f"{NODE}:30080"), ("host", f"{NODE}:30080")], node_port=30080, local=True),
    "kubernetes/hairpin": case(["A pod asks the Service whose only endpoint it is itself: marked by its source, masqueraded, and back", "by the port that it came from."],
                               [("a", CLUSTER_IP)]),
    "kubernetes/no-endpoints": case(["A Service without endpoints is refused by REJECT, to a pod and from outside."],
                                    [("client", CLUSTER_IP), ("outside", f"{NODE}:30080")],
                                    endpoints=(), node_port=30080, wanted="", times=1),
    "kubernetes/node-port-random": case(["As node-port, with MASQUERADE --random-fully: the ports are drawn at random."],
                                        [("outside", f"{NODE}:30080")], node_port=30080, random_fully=True),
    "kubernetes/from-node-random": case(["As from-node, with MASQUERADE --random-fully: the ports are drawn at random."], [("host", CLUSTER_IP)], random_fully=True),
    "kubernetes/three-endpoints": three_endpoints,
}
