package io.ringway.nat.set;

import io.ringway.nat.rules.extension.NameTable;

/** {@code [PROTO:]PORT[-PORT]} on ipset's command line (lib/parse.c: {@code ipset_parse_proto_port()}). */
final class PortReader {
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMPV6 = 58;

    private PortReader() {}

    /** A port of a range, of TCP or UDP alike. */
    static void readBare(Entry entry, String text, boolean six) {
        read(entry, text, six);
        if (entry.protocol != TCP && entry.protocol != UDP) {
            throw SetRefusal.syntax("Only protocols TCP and UDP are valid");
        }
        entry.protocol = -1;
    }

    static void read(Entry entry, String text, boolean six) {
        int colon = AddressReader.separator(text, ':');
        if (colon < 0) {
            entry.protocol = TCP;
            readPorts(entry, text, "tcp");
            return;
        }
        String name = text.substring(0, colon);
        String rest = text.substring(colon + 1);
        entry.protocol = protocol(name);
        switch (entry.protocol) {
            case TCP, UDP, 132, 136 -> readPorts(entry, rest, name);
            case ICMP, ICMPV6 -> {
                boolean forSix = entry.protocol == ICMPV6;
                if (forSix != six) {
                    // The tool notes it, and reads on.
                    entry.noted = "Syntax error: Protocol " + (forSix ? "ICMPv6" : "ICMP") + " can be used with family "
                            + (forSix ? "inet6" : "inet") + " only";
                } else {
                    entry.port = typeAndCode(rest, six);
                }
            }
            default -> {
                if (!rest.equals("0")) {
                    throw SetRefusal.syntax("Protocol " + name + " can be used with pseudo port value 0 only.");
                }
                entry.port = 0;
            }
        }
    }

    private static int protocol(String name) {
        if (WholeNumber.problem(name, WholeNumber.MAX_8) == null) {
            return (int) WholeNumber.parse(name, WholeNumber.MAX_8);
        }
        int number = name.equals("ip") ? 0 : name.matches("\\d+") ? -1 : NameTable.protocolNumber(name);
        if (number < 0) {
            throw SetRefusal.syntax("cannot parse '" + name + "' as a protocol");
        }
        if (number == 0) {
            throw SetRefusal.syntax("Unsupported protocol '" + name + "'");
        }
        return number;
    }

    private static void readPorts(Entry entry, String text, String protocol) {
        int dash = AddressReader.separator(text, '-');
        if (dash >= 0) {
            entry.portTo = port(text.substring(dash + 1), protocol);
        }
        entry.port = port(dash < 0 ? text : text.substring(0, dash), protocol);
    }

    static int port(String text, String protocol) {
        String problem = WholeNumber.problem(text, WholeNumber.MAX_16);
        if (problem == null) {
            return (int) WholeNumber.parse(text, WholeNumber.MAX_16);
        }
        String second = WholeNumber.problem(protocol, WholeNumber.MAX_8);
        String name = second == null ? NameTable.protocolName(Integer.decode(protocol)) : protocol;
        int port = NameTable.servicePort(text, name);
        if (port < 0) {
            throw SetRefusal.syntax(problem + (second == null ? "" : "\nSyntax error: " + second) + "\ncannot parse '"
                    + text + "' as a " + protocol + " port");
        }
        return port;
    }

    private static int typeAndCode(String text, boolean six) {
        int named = IcmpNames.number(six, text);
        if (named >= 0) {
            return named;
        }
        int slash = AddressReader.separator(text, '/');
        if (slash < 0) {
            throw SetRefusal.kernel("Cannot parse " + text + " as an " + (six ? "ICMPv6" : "ICMP") + " type/code.");
        }
        int type = (int) WholeNumber.parse(text.substring(0, slash), WholeNumber.MAX_8);
        return type << 8 | (int) WholeNumber.parse(text.substring(slash + 1), WholeNumber.MAX_8);
    }
}
