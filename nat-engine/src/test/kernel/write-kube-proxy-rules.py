#!/usr/bin/env python3
"""Writes what kube-proxy in its iptables mode hands to `iptables-restore --noflush --counters` at its first sync.

    ./write-kube-proxy-rules.py | ./record-rule-sets.sh FOLDER kube-proxy

Forty services of a made-up cluster, written in the form of kube-proxy 1.28: chain names are hashes of the service and its
endpoint, the first of N endpoints is taken with a probability of 1/N, marks tell what to masquerade.
"""
import base64
import hashlib

POD_NETWORK = "10.244.0.0/16"


def chain(prefix, *parts):
    digest = hashlib.sha256("".join(parts).encode()).digest()
    return prefix + base64.b32encode(digest).decode()[:16]


class Rules:
    def __init__(self):
        self.filter_chains = ["KUBE-NODEPORTS", "KUBE-SERVICES", "KUBE-EXTERNAL-SERVICES", "KUBE-FORWARD",
                              "KUBE-PROXY-FIREWALL", "KUBE-FIREWALL"]
        self.nat_chains = ["KUBE-NODEPORTS", "KUBE-SERVICES", "KUBE-POSTROUTING", "KUBE-MARK-MASQ"]
        self.filter = [
            '-A INPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes load balancer firewall" -j KUBE-PROXY-FIREWALL',
            '-A INPUT -m comment --comment "kubernetes health check service ports" -j KUBE-NODEPORTS',
            '-A INPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes externally-visible service portals" -j KUBE-EXTERNAL-SERVICES',
            '-A INPUT -j KUBE-FIREWALL',
            '-A FORWARD -m conntrack --ctstate NEW -m comment --comment "kubernetes load balancer firewall" -j KUBE-PROXY-FIREWALL',
            '-A FORWARD -m comment --comment "kubernetes forwarding rules" -j KUBE-FORWARD',
            '-A FORWARD -m conntrack --ctstate NEW -m comment --comment "kubernetes service portals" -j KUBE-SERVICES',
            '-A FORWARD -m conntrack --ctstate NEW -m comment --comment "kubernetes externally-visible service portals" -j KUBE-EXTERNAL-SERVICES',
            '-A OUTPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes load balancer firewall" -j KUBE-PROXY-FIREWALL',
            '-A OUTPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes service portals" -j KUBE-SERVICES',
            '-A OUTPUT -j KUBE-FIREWALL',
            '-A KUBE-FIREWALL -m comment --comment "block incoming localnet connections" -d 127.0.0.0/8 ! -s 127.0.0.0/8'
            ' -m conntrack ! --ctstate RELATED,ESTABLISHED,DNAT -j DROP',
            "-A KUBE-FORWARD -m conntrack --ctstate INVALID -j DROP",
            '-A KUBE-FORWARD -m comment --comment "kubernetes forwarding rules" -m mark --mark 0x4000/0x4000 -j ACCEPT',
            '-A KUBE-FORWARD -m comment --comment "kubernetes forwarding conntrack rule" -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
        ]
        self.nat = [
            '-A PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES',
            '-A OUTPUT -m comment --comment "kubernetes service portals" -j KUBE-SERVICES',
            '-A POSTROUTING -m comment --comment "kubernetes postrouting rules" -j KUBE-POSTROUTING',
            "-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN",
            "-A KUBE-POSTROUTING -j MARK --xor-mark 0x4000",
            '-A KUBE-POSTROUTING -m comment --comment "kubernetes service traffic requiring SNAT" -j MASQUERADE --random-fully',
            "-A KUBE-MARK-MASQ -j MARK --or-mark 0x4000",
        ]

    def add_chain(self, name):
        self.nat_chains.append(name)
        return name

    def service(self, number):
        protocol = "udp" if number % 7 == 3 else "tcp"
        name = f"shop/service-{number}:{'dns' if protocol == 'udp' else 'http'}"
        port = 53 if protocol == "udp" else 80 + number
        cluster_ip = f"10.96.{number // 8}.{10 + number}"
        where = f"-m {protocol} -p {protocol} -d {{}} --dport {port}"
        endpoints = [f"10.244.{number % 5}.{10 * number % 200 + i + 2}:{8080 + number % 3}" for i in range(number % 6)]
        if not endpoints:
            self.filter.append(f'-A KUBE-SERVICES -m comment --comment "{name} has no endpoints" '
                               f"{where.format(cluster_ip)} -j REJECT")
            return
        service = self.add_chain(chain("KUBE-SVC-", name, protocol))
        self.nat.append(f'-A KUBE-SERVICES -m comment --comment "{name} cluster IP" {where.format(cluster_ip)} -j {service}')
        self.nat.append(f'-A {service} -m comment --comment "{name} cluster IP" {where.format(cluster_ip)} '
                        f"! -s {POD_NETWORK} -j KUBE-MARK-MASQ")
        if number % 4 == 1:
            self.external(number, name, protocol, port, service)
        self.endpoints(number, name, protocol, service, endpoints)

    def external(self, number, name, protocol, port, service):
        external = self.add_chain(chain("KUBE-EXT-", name, protocol))
        node_port = 30000 + number
        self.nat.append(f"-A KUBE-NODEPORTS -m comment --comment {name} -m {protocol} -p {protocol} "
                        f"--dport {node_port} -j {external}")
        if number % 8 == 1:
            balancer = f"203.0.113.{number}"
            to = f"-m {protocol} -p {protocol} -d {balancer} --dport {port}"
            self.nat.append(f'-A KUBE-SERVICES -m comment --comment "{name} loadbalancer IP" {to} -j {external}')
            self.filter.append(f'-A KUBE-PROXY-FIREWALL -m comment --comment "{name} traffic not accepted by {chain("KUBE-FW-", name, protocol)}"'
                               f" {to} -j DROP")
        if number % 8 == 5:
            local = self.add_chain(chain("KUBE-SVL-", name, protocol))
            self.nat += [
                f'-A {external} -m comment --comment "pod traffic for {name} external destinations" -s {POD_NETWORK} -j {service}',
                f'-A {external} -m comment --comment "masquerade LOCAL traffic for {name} external destinations"'
                " -m addrtype --src-type LOCAL -j KUBE-MARK-MASQ",
                f'-A {external} -m comment --comment "route LOCAL traffic for {name} external destinations"'
                f" -m addrtype --src-type LOCAL -j {service}",
                f"-A {external} -j {local}",
                f'-A {local} -m comment --comment "{name} has no local endpoints" -j KUBE-MARK-MASQ',
            ]
        else:
            self.nat += [
                f'-A {external} -m comment --comment "masquerade traffic for {name} external destinations" -j KUBE-MARK-MASQ',
                f"-A {external} -j {service}",
            ]

    def endpoints(self, number, name, protocol, service, endpoints):
        sticky = number % 9 == 2
        names = [self.add_chain(chain("KUBE-SEP-", name, protocol, endpoint)) for endpoint in endpoints]
        if sticky:
            for sep, endpoint in zip(names, endpoints):
                self.nat.append(f'-A {service} -m comment --comment "{name} -> {endpoint}" -m recent --name {sep}'
                                f" --rcheck --seconds 10800 --reap -j {sep}")
        for i, (sep, endpoint) in enumerate(zip(names, endpoints)):
            left = len(endpoints) - i
            random = "" if left == 1 else f" -m statistic --mode random --probability {1 / left:0.10f}"
            self.nat.append(f'-A {service} -m comment --comment "{name} -> {endpoint}"{random} -j {sep}')
        for sep, endpoint in zip(names, endpoints):
            self.nat.append(f"-A {sep} -m comment --comment {name} -s {endpoint.split(':')[0]} -j KUBE-MARK-MASQ")
            recent = f" -m recent --name {sep} --set" if sticky else ""
            self.nat.append(f"-A {sep} -m comment --comment {name}{recent} -m {protocol} -p {protocol}"
                            f" -j DNAT --to-destination {endpoint}")

    def text(self):
        self.nat.append('-A KUBE-SERVICES -m comment --comment "kubernetes service nodeports; NOTE: this must be the last'
                        ' rule in this chain" -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS')
        lines = ["*filter", *(f":{name} - [0:0]" for name in self.filter_chains), *self.filter, "COMMIT"]
        lines += ["*nat", *(f":{name} - [0:0]" for name in self.nat_chains), *self.nat, "COMMIT"]
        return "\n".join(lines) + "\n"


if __name__ == "__main__":
    rules = Rules()
    for service in range(40):
        rules.service(service)
    print(rules.text(), end="")
