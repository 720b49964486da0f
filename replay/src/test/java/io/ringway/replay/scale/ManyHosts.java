package io.ringway.replay.scale;

import io.ringway.packet.Ipv4Address;

/** Labs that have every host of a {@link ConversationCapture}: clients in one namespace, servers in another. */
final class ManyHosts {
    private ManyHosts() {}

    /** Both on one bridge, no rules. */
    static String bridged() {
        return """
                sysctl -w net.ipv4.ip_forward=1
                ip link add br0 type bridge
                ip link set br0 up
                """
                + namespace("client", ConversationCapture.CLIENT_MAC, ConversationCapture.FIRST_CLIENT, 250, 8)
                + namespace("server", ConversationCapture.SERVER_MAC, ConversationCapture.FIRST_SERVER, 200, 8)
                + """
                ip link set vclient master br0
                ip link set vserver master br0
                """;
    }

    /**
     * A host between them that tracks connections, lets those pass that the clients begin, and masquerades them.
     *
     * @param rules more commands, before any other rule
     */
    static String translated(String rules) {
        return """
                sysctl -w net.ipv4.ip_forward=1
                sysctl -w net.netfilter.nf_conntrack_max=4000000
                """
                + namespace("client", ConversationCapture.CLIENT_MAC, ConversationCapture.FIRST_CLIENT, 250, 16)
                + namespace("server", ConversationCapture.SERVER_MAC, ConversationCapture.FIRST_SERVER, 200, 16)
                + """
                ip addr add 10.0.255.254/16 dev vclient
                ip addr add 10.9.255.254/16 dev vserver
                ip -n client route add default via 10.0.255.254
                ip -n server route add default via 10.9.255.254
                """
                + rules
                + """
                iptables -P FORWARD DROP
                iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
                iptables -A FORWARD -i vclient -m conntrack --ctstate NEW -j ACCEPT
                iptables -t nat -A POSTROUTING -s 10.0.0.0/16 -o vserver -j MASQUERADE
                """;
    }

    private static String namespace(String name, long mac, int firstAddress, int addresses, int length) {
        StringBuilder text = new StringBuilder();
        text.append("ip netns add ").append(name).append('\n');
        text.append("ip link add v" + name + " type veth peer name eth0 netns " + name + "\n");
        text.append(
                "ip -n " + name + " link set eth0 address " + String.format("02:00:00:00:00:%02x", mac & 0xff) + "\n");
        text.append("ip link set v" + name + " up\nip -n " + name + " link set eth0 up\n");
        for (int i = 0; i < addresses; i++) {
            String address = Ipv4Address.format(firstAddress + i) + "/" + length;
            text.append("ip -n " + name + " addr add " + address + " dev eth0\n");
        }
        return text.toString();
    }
}
