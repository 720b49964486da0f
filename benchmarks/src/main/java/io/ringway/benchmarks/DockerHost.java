package io.ringway.benchmarks;

/** A Docker host with two containers and an uplink, and the three ways that frames take through it. */
final class DockerHost {
    private static final String LAB = """
            sysctl -w net.ipv4.ip_forward=1
            sysctl -w net.bridge.bridge-nf-call-iptables=0
            ip link add docker0 type bridge
            ip link set docker0 address 02:42:00:00:00:01
            ip addr add 172.17.0.1/16 dev docker0
            ip link set docker0 up
            ip netns add web
            ip link add vethweb type veth peer name eth0 netns web
            ip link set vethweb address 02:00:00:00:00:02
            ip link set vethweb master docker0
            ip link set vethweb up
            ip -n web link set eth0 address 02:42:ac:11:00:02
            ip -n web addr add 172.17.0.2/16 dev eth0
            ip -n web link set eth0 up
            ip -n web route add default via 172.17.0.1
            ip netns add api
            ip link add vethapi type veth peer name eth0 netns api
            ip link set vethapi address 02:00:00:00:00:03
            ip link set vethapi master docker0
            ip link set vethapi up
            ip -n api link set eth0 address 02:42:ac:11:00:03
            ip -n api addr add 172.17.0.3/16 dev eth0
            ip -n api link set eth0 up
            ip -n api route add default via 172.17.0.1
            ip netns add internet
            ip link add eth0 type veth peer name eth0 netns internet
            ip link set eth0 address 02:00:c0:a8:01:64
            ip addr add 192.168.1.100/24 dev eth0
            ip link set eth0 up
            ip -n internet link set eth0 address 02:00:c0:a8:01:01
            ip -n internet addr add 192.168.1.1/24 dev eth0
            ip -n internet addr add 203.0.113.10/32 dev eth0
            ip -n internet link set eth0 up
            ip route add default via 192.168.1.1
            iptables -P FORWARD DROP
            iptables -A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            iptables -A FORWARD -i docker0 ! -o docker0 -j ACCEPT
            iptables -t nat -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
            ip -n internet neigh add 192.168.1.100 lladdr 02:00:c0:a8:01:64 nud permanent dev eth0
            ip neigh add 192.168.1.1 lladdr 02:00:c0:a8:01:01 nud permanent dev eth0
            bridge fdb add 02:42:ac:11:00:03 dev vethapi master static
            """;

    private DockerHost() {}

    static ModelledPath path(String name, int flows, int frameBytes, int stagedBurst) {
        return switch (name) {
            case "host" ->
                new ModelledPath(
                        LAB,
                        "host",
                        "eth0",
                        "internet",
                        "eth0",
                        TestFrames.udp(
                                "02:00:c0:a8:01:01",
                                "02:00:c0:a8:01:64",
                                "192.168.1.100",
                                "203.0.113.10",
                                flows,
                                frameBytes),
                        stagedBurst);
            case "bridge" ->
                new ModelledPath(
                        LAB,
                        "web",
                        "eth0",
                        "api",
                        "eth0",
                        TestFrames.udp(
                                "02:42:ac:11:00:03",
                                "02:42:ac:11:00:02",
                                "172.17.0.2",
                                "172.17.0.3",
                                flows,
                                frameBytes),
                        stagedBurst);
            case "masquerade" ->
                new ModelledPath(
                        LAB,
                        "api",
                        "eth0",
                        "internet",
                        "eth0",
                        TestFrames.udp(
                                "02:42:00:00:00:01",
                                "02:42:ac:11:00:03",
                                "172.17.0.3",
                                "203.0.113.10",
                                flows,
                                frameBytes),
                        stagedBurst);
            default -> throw new IllegalArgumentException("no such path: " + name);
        };
    }
}
