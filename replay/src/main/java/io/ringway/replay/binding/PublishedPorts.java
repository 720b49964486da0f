package io.ringway.replay.binding;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the model's DNAT rules lead to: read from what iptables-save prints of each namespace, from PREROUTING on, through
 * its chains. Rules that say {@code !} are passed over for what they exclude.
 */
final class PublishedPorts {
    private static final Pattern EXCLUDED = Pattern.compile(" ! -\\S+ \\S+");
    private static final Pattern PROTOCOL = Pattern.compile(" -p (\\S+)");
    private static final Pattern DESTINATION = Pattern.compile(" -d (\\S+)/32");
    private static final Pattern PORT = Pattern.compile(" --dport (\\d+)(?=\\s|$)");
    private static final Pattern TARGET = Pattern.compile(" -[jg] (\\S+)");
    private static final Pattern TO = Pattern.compile(" --to-destination ([\\d.]+)[^: ]*(?::(\\d+))?");
    private static final int DEEPEST = 16;

    private final List<Published> all = new ArrayList<>();

    /**
     * @param holder the namespace whose rule it is
     * @param address what the rule is for, 0 for any address
     * @param port what the rule is for, 0 for any port
     * @param toPort 0 to keep the port
     */
    record Published(Namespace holder, int protocol, int address, int port, int toAddress, int toPort) {
        /** The port by which that port of the server is reached from outside; 0 for none. */
        int outside(int serverPort) {
            if (port != 0) {
                return port == serverPort || leadsTo() == serverPort ? port : 0;
            }
            return toPort == 0 ? serverPort : 0;
        }

        private int leadsTo() {
            return toPort != 0 ? toPort : port;
        }
    }

    /** What a rule's callers have already said. */
    private record Said(int protocol, int address, int port) {}

    PublishedPorts(Network network) {
        for (Namespace namespace : network.namespaces()) {
            Map<String, List<String>> chains =
                    chains(namespace.stack().netfilter().save(false));
            walk(namespace, chains, "PREROUTING", new Said(0, 0, 0), 0);
        }
    }

    private static Map<String, List<String>> chains(String saved) {
        Map<String, List<String>> chains = new HashMap<>();
        boolean nat = false;
        for (String line : saved.split("\n", -1)) {
            if (line.startsWith("*")) {
                nat = line.equals("*nat");
            } else if (nat && line.startsWith("-A ")) {
                String chain = line.split(" ", 3)[1];
                chains.computeIfAbsent(chain, name -> new ArrayList<>()).add(line);
            }
        }
        return chains;
    }

    private void walk(Namespace holder, Map<String, List<String>> chains, String chain, Said before, int depth) {
        for (String rule : depth > DEEPEST ? List.<String>of() : chains.getOrDefault(chain, List.of())) {
            String text = EXCLUDED.matcher(rule).replaceAll("");
            String target = find(TARGET, text);
            Said said = said(text, before);
            if (target.equals("DNAT")) {
                Matcher to = TO.matcher(text);
                if (to.find()) {
                    int port = to.group(2) == null ? 0 : Integer.parseInt(to.group(2));
                    all.add(new Published(
                            holder,
                            said.protocol(),
                            said.address(),
                            said.port(),
                            Ipv4Address.parse(to.group(1)),
                            port));
                }
            } else if (chains.containsKey(target)) {
                walk(holder, chains, target, said, depth + 1);
            }
        }
    }

    private static Said said(String text, Said before) {
        String protocol = find(PROTOCOL, text);
        String address = find(DESTINATION, text);
        String port = find(PORT, text);
        return new Said(
                protocol.isEmpty() ? before.protocol() : number(protocol),
                address.isEmpty() ? before.address() : Ipv4Address.parse(address),
                port.isEmpty() ? before.port() : Integer.parseInt(port));
    }

    private static int number(String protocol) {
        return switch (protocol) {
            case "tcp" -> Ipv4Header.PROTOCOL_TCP;
            case "udp" -> Ipv4Header.PROTOCOL_UDP;
            default -> -1;
        };
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The rule that leads from outside to that port of the namespace: one for this very port before one that leads to it; or null. */
    Published find(Namespace server, int protocol, int port) {
        Published best = null;
        for (Published each : all) {
            boolean meant = (each.protocol() == 0 || each.protocol() == protocol)
                    && each.outside(port) != 0
                    && !Ipv4Address.isLoopback(each.address())
                    && server.stack().routing().isOwn(each.toAddress());
            if (meant && (best == null || (best.port() != port && each.port() == port))) {
                best = each;
            }
        }
        return best;
    }

    /** The rules that lead to a namespace from outside. */
    List<Published> of(Namespace server) {
        return all.stream()
                .filter(each -> !Ipv4Address.isLoopback(each.address())
                        && server.stack().routing().isOwn(each.toAddress()))
                .toList();
    }
}
