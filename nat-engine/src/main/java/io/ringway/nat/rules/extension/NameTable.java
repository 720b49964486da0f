package io.ringway.nat.rules.extension;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of protocols and services: what getprotobyname(3), getservbyname(3) and their inverses answer on Debian 12. */
public final class NameTable {
    /** The names that iptables knows by itself, in its order: the first one of a number is the one it prints. */
    private static final List<Map.Entry<String, Integer>> OWN_PROTOCOLS = List.of(
            Map.entry("tcp", 6),
            Map.entry("sctp", 132),
            Map.entry("udp", 17),
            Map.entry("udplite", 136),
            Map.entry("icmp", 1),
            Map.entry("icmpv6", 58),
            Map.entry("ipv6-icmp", 58),
            Map.entry("esp", 50),
            Map.entry("ah", 51),
            Map.entry("ipv6-mh", 135),
            Map.entry("mh", 135),
            Map.entry("all", 0));

    private static final Map<String, Integer> PROTOCOL_NUMBERS = new HashMap<>();
    private static final Map<Integer, String> PROTOCOL_NAMES = new HashMap<>();
    private static final Map<String, Integer> SERVICE_PORTS = new HashMap<>();
    private static final Map<String, String> SERVICE_NAMES = new HashMap<>();

    static {
        for (String[] words : read("protocols.txt")) {
            int number = Integer.parseInt(words[1]);
            PROTOCOL_NUMBERS.putIfAbsent(words[0], number);
            PROTOCOL_NAMES.putIfAbsent(number, words[0]);
        }
        for (String[] words : read("services.txt")) {
            int slash = words[1].indexOf('/');
            int port = Integer.parseInt(words[1].substring(0, slash));
            String protocol = words[1].substring(slash);
            SERVICE_NAMES.putIfAbsent(port + protocol, words[0]);
            SERVICE_PORTS.putIfAbsent(words[0] + protocol, port);
            for (int i = 2; i < words.length; i++) {
                SERVICE_PORTS.putIfAbsent(words[i] + protocol, port);
            }
        }
    }

    private NameTable() {}

    /** The number of a protocol given by name or number, or -1. */
    public static int protocolNumber(String name) {
        int number = ToolNumber.parse(name, 255);
        if (number >= 0) {
            return number;
        }
        for (Map.Entry<String, Integer> own : OWN_PROTOCOLS) {
            if (own.getKey().equals(name)) {
                return own.getValue();
            }
        }
        Integer found = PROTOCOL_NUMBERS.get(name);
        return found == null || found > 255 ? -1 : found;
    }

    /** The name of a protocol, or null when it has none. */
    public static String protocolName(int number) {
        if (number != 0 && PROTOCOL_NAMES.containsKey(number)) {
            return PROTOCOL_NAMES.get(number);
        }
        for (Map.Entry<String, Integer> own : OWN_PROTOCOLS) {
            if (own.getValue() == number) {
                return own.getKey();
            }
        }
        return null;
    }

    /** The port of a service, or -1. */
    public static int servicePort(String name, String protocol) {
        return SERVICE_PORTS.getOrDefault(name + "/" + protocol, -1);
    }

    /** The service at a port, or the port's number where there is none or {@code numeric} asks for it. */
    public static String serviceName(int port, String protocol, boolean numeric) {
        String name = numeric ? null : SERVICE_NAMES.get(port + "/" + protocol);
        return name == null ? Integer.toString(port) : name;
    }

    private static List<String[]> read(String resource) {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(NameTable.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    rows.add(line.split(" ", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
