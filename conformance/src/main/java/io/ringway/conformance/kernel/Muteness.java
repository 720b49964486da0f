package io.ringway.conformance.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a namespace mute: an nftables chain behind every rule of the lab and in front of confirmation drops what would
 * reach the namespace's own stack. ARP, forwarding, REJECT and ICMP errors stay. It is a table of the inet family, which
 * {@code iptables-save} does not show, and changes no counter of another rule.
 */
public final class Muteness {
    /** {@code NF_IP_PRI_CONNTRACK_CONFIRM} is INT_MAX. */
    private static final String RULES =
            "add table inet ringway; add chain inet ringway mute" + " { type filter hook input priority 2147483646; };";

    private static final String DROP = " add rule inet ringway mute meta nfproto ipv4 counter drop";

    private static final Pattern PACKETS = Pattern.compile("counter packets (\\d+)");

    private final KernelLab lab;

    public Muteness(KernelLab lab) {
        this.lab = lab;
    }

    /**
     * @param tunnelPorts UDP ports behind which a tunnel stands: it forwards and answers nothing, so it goes on
     */
    public void apply(String namespace, List<Integer> tunnelPorts) {
        StringBuilder rules = new StringBuilder(RULES);
        for (int port : tunnelPorts) {
            rules.append(" add rule inet ringway mute udp dport ").append(port).append(" accept;");
        }
        Programs.mustRun(in(namespace, "nft", rules + DROP), null);
    }

    /** How many packets would have reached the stack of a mute namespace. */
    public long delivered(String namespace) {
        Matcher counter = PACKETS.matcher(
                Programs.mustRun(in(namespace, "nft", "list", "chain", "inet", "ringway", "mute"), null));
        if (!counter.find()) {
            throw new KernelException("no counter in the mute chain of " + namespace);
        }
        return Long.parseLong(counter.group(1));
    }

    private List<String> in(String namespace, String... argv) {
        List<String> all = new ArrayList<>(List.of(lab.namespace(namespace).prefix()));
        all.addAll(List.of(argv));
        return all;
    }
}
