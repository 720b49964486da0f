package io.ringway.lab.snapshot;

/** Snapshots as the script would print them, written by hand. */
final class SnapshotText {
    static final String LO =
            "{\"ifindex\":1,\"ifname\":\"lo\",\"flags\":[\"LOOPBACK\",\"UP\",\"LOWER_UP\"],\"mtu\":65536,"
                    + "\"link_type\":\"loopback\",\"address\":\"00:00:00:00:00:00\",\"addr_info\":[{\"family\":\"inet\","
                    + "\"local\":\"127.0.0.1\",\"prefixlen\":8,\"scope\":\"host\",\"label\":\"lo\"}]}";

    private final StringBuilder text = new StringBuilder("# ringway snapshot 1\n");
    private int namespace;

    /** The namespace in which the script ran, with these interfaces beside lo. */
    static SnapshotText host(String... links) {
        return new SnapshotText().namespace("self", links);
    }

    /** Another namespace; what follows is of this one. */
    SnapshotText namespace(String facts, String... links) {
        namespace++;
        section("namespace", 0, facts.split("\n", -1));
        String more = links.length == 0 ? "" : "," + String.join(",", links);
        return section("ip -j -d addr show", 0, "[" + LO + more + "]");
    }

    SnapshotText section(String command, int exitCode, String... lines) {
        text.append('@').append(namespace).append(' ').append(command).append('\n');
        for (String line : lines) {
            text.append(line.startsWith("!") ? "" : " ").append(line).append('\n');
        }
        text.append("\n=").append(exitCode).append('\n');
        return this;
    }

    /** An interface of Ethernet with the members that follow. */
    static String link(int ifindex, String name, String members) {
        return "{\"ifindex\":" + ifindex + ",\"ifname\":\"" + name
                + "\",\"flags\":[\"BROADCAST\",\"MULTICAST\",\"UP\",\"LOWER_UP\"],\"mtu\":1500,\"txqlen\":1000,"
                + "\"link_type\":\"ether\",\"address\":\"02:00:00:00:00:" + String.format("%02x", ifindex & 0xff) + "\""
                + members
                + ",\"addr_info\":[]}";
    }

    /** One end of a cable. */
    static String veth(int ifindex, String name, int otherIndex, int otherNamespace) {
        String members = ",\"link_index\":" + otherIndex + ",\"link_netnsid\":" + otherNamespace
                + ",\"linkinfo\":{\"info_kind\":\"veth\"}";
        return link(ifindex, name, members);
    }

    @Override
    public String toString() {
        return text + "\n@end\n";
    }
}
