package io.ringway.nat.conntrack;

import io.ringway.packet.Ipv4Address;
import java.util.Arrays;
import java.util.List;

/** The few NAT rules of the golden files: {@code rule KIND [-p PROTOCOL --] OPTIONS}. */
final class RuleText {
    private RuleText() {}

    static Router.Rule parse(String[] words) {
        List<String> options = Arrays.asList(words).subList(2, words.length);
        int protocol = 0;
        if (!options.isEmpty() && options.get(0).equals("-p")) {
            protocol = switch (options.get(1)) {
                case "tcp" -> 6;
                case "udp" -> 17;
                case "sctp" -> 132;
                default -> 1;
            };
        }
        String to = after(options, "--to-source", after(options, "--to-destination", ""));
        String ports = after(options, "--to-ports", "");
        if (to.contains(":")) {
            ports = to.substring(to.indexOf(':') + 1);
            to = to.substring(0, to.indexOf(':'));
        }
        String base = ports.contains("/") ? ports.substring(ports.indexOf('/') + 1) : "-1";
        ports = ports.contains("/") ? ports.substring(0, ports.indexOf('/')) : ports;
        boolean mapsAddress = !to.isEmpty();
        boolean mapsPort = !ports.isEmpty();
        return new Router.Rule(
                words[1],
                protocol,
                new NatRange(
                        mapsAddress,
                        mapsAddress ? Ipv4Address.parse(low(to)) : 0,
                        mapsAddress ? Ipv4Address.parse(high(to)) : 0,
                        mapsPort,
                        mapsPort ? Integer.parseInt(low(ports)) : 0,
                        mapsPort ? Integer.parseInt(high(ports)) : 0,
                        options.contains("--random") || options.contains("--random-fully"),
                        options.contains("--persistent"),
                        Integer.parseInt(base)));
    }

    private static String after(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }

    private static String low(String range) {
        return range.contains("-") ? range.substring(0, range.indexOf('-')) : range;
    }

    private static String high(String range) {
        return range.substring(range.indexOf('-') + 1);
    }
}
