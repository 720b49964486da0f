package io.ringway.nat.rules.target;

import io.ringway.nat.conntrack.NatRange;
import io.ringway.nat.rules.extension.NameTable;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.ToolNumber;
import io.ringway.packet.Ipv4Address;
import java.util.Set;

/**
 * The options that DNAT, SNAT, MASQUERADE and REDIRECT share, read and printed (libxt_NAT.c).
 *
 * @param randomFully {@code --random-fully}, which {@code range} does not tell from {@code --random}
 */
public record NatOptions(NatRange range, boolean random, boolean randomFully) {
    /** Ids of the options; the one that takes addresses or ports has {@link #TO_ADDRESS} or {@link #TO_PORTS}. */
    public static final int TO_ADDRESS = 0;

    public static final int TO_PORTS = 1;
    public static final int RANDOM = 2;
    public static final int RANDOM_FULLY = 3;
    public static final int PERSISTENT = 4;

    /** What becomes of the base in {@code min-max/base}. */
    enum Base {
        KEPT,
        /** Only that there is one is told: what SNAT and MASQUERADE tell the kernel has no place for it. */
        LOST,
        REFUSED
    }

    /** Protocols for which the tool takes ports: ICMP for its ids. */
    private static final Set<Integer> WITH_PORTS = Set.of(1, 6, 17, 33, 132);

    /** Reads them. */
    static final class Reader {
        private boolean mapsAddress;
        private int minAddress;
        private int maxAddress;
        private boolean mapsPort;
        private int minPort;
        private int maxPort;
        private int basePort = NatRange.NO_BASE;
        private boolean random;
        private boolean randomFully;
        private boolean persistent;

        private final Base base;

        Reader(Base base) {
            this.base = base;
        }

        void option(int id, String argument, RuleHead head) {
            switch (id) {
                case TO_ADDRESS -> readTo(argument, head);
                case TO_PORTS -> readPorts(argument, head);
                case RANDOM -> random = true;
                case RANDOM_FULLY -> randomFully = true;
                default -> persistent = true;
            }
        }

        NatOptions finish() {
            NatRange range = new NatRange(
                    mapsAddress,
                    minAddress,
                    maxAddress,
                    mapsPort,
                    minPort,
                    maxPort,
                    random || randomFully,
                    persistent,
                    basePort);
            return new NatOptions(range, random, randomFully);
        }

        private void readTo(String argument, RuleHead head) {
            if (argument.indexOf('[') >= 0) {
                throw Refusal.parameter("Invalid address format");
            }
            int colon = argument.indexOf(':');
            if (colon >= 0 && argument.indexOf(':', colon + 1) >= 0) {
                // Two colons make it an IPv6 address for the tool.
                colon = -1;
            }
            if (colon >= 0) {
                readPorts(argument.substring(colon + 1), head);
                if (colon == 0) {
                    return;
                }
            }
            readAddresses(colon < 0 ? argument : argument.substring(0, colon));
        }

        private void readAddresses(String text) {
            int dash = text.indexOf('-');
            mapsAddress = true;
            minAddress = address(dash < 0 ? text : text.substring(0, dash));
            maxAddress = dash < 0 ? minAddress : address(text.substring(dash + 1));
        }

        private static int address(String text) {
            try {
                return Ipv4Address.parse(text);
            } catch (IllegalArgumentException e) {
                throw Refusal.parameter("Bad IP address \"" + text + "\"");
            }
        }

        private void readPorts(String text, RuleHead head) {
            if (!WITH_PORTS.contains(head.protocol())) {
                throw Refusal.parameter("Need TCP, UDP, SCTP or DCCP with port specification");
            }
            mapsPort = true;
            int end = ToolNumber.end(text);
            minPort = ToolNumber.parsePrefix(text, end, 65535);
            if (minPort < 0) {
                minPort = service(text);
                end = text.length();
            }
            maxPort = minPort;
            if (end == text.length()) {
                return;
            }
            if (text.charAt(end) == ':') {
                throw Refusal.parameter("Invalid port:port syntax - use dash");
            }
            if (text.charAt(end) != '-') {
                throw Refusal.parameter("Garbage after port value: `" + text.substring(end) + "'");
            }
            readMaxPort(text.substring(end + 1));
        }

        private void readMaxPort(String text) {
            int end = ToolNumber.end(text);
            maxPort = ToolNumber.parsePrefix(text, end, 65535);
            if (maxPort < 0) {
                throw Refusal.parameter("Port `" + text + "' not valid");
            }
            if (maxPort < minPort) {
                throw Refusal.parameter("Port range `" + text + "' funky");
            }
            if (end < text.length()) {
                if (text.charAt(end) != '/') {
                    throw Refusal.parameter("Garbage after port range: `" + text.substring(end) + "'");
                }
                readBasePort(text.substring(end + 1));
            }
        }

        private void readBasePort(String text) {
            int port = ToolNumber.parsePrefix(text, ToolNumber.end(text), 65535);
            port = port > 0 ? port : service(text);
            if (base == Base.REFUSED) {
                throw Refusal.parameter("Shifted portmap ranges not supported with this kernel");
            }
            basePort = base == Base.LOST ? 0 : port;
        }

        private static int service(String text) {
            int port = NameTable.servicePort(text, "tcp");
            port = port < 0 ? NameTable.servicePort(text, "udp") : port;
            if (port < 0) {
                throw Refusal.parameter("Port `" + text + "' not valid");
            }
            return port;
        }
    }

    /** Appends as {@code " --to-destination 1.2.3.4:80 --random"}. */
    public void save(StringBuilder out, String option) {
        append(out, option, " --");
    }

    /** Appends as {@code " to:1.2.3.4:80 random"}. */
    public void list(StringBuilder out, String label) {
        append(out, label, " ");
    }

    private void append(StringBuilder out, String label, String flagPrefix) {
        if (range.mapsAddress() || range.mapsPort()) {
            out.append(label);
        }
        if (range.mapsAddress()) {
            out.append(Ipv4Address.format(range.minAddress()));
            if (range.minAddress() != range.maxAddress()) {
                out.append('-').append(Ipv4Address.format(range.maxAddress()));
            }
        }
        if (range.mapsPort()) {
            // Where no address can stand, none can be told from the port by a colon.
            out.append(label.contains("port") ? "" : ":").append(range.minPort());
            if (range.minPort() != range.maxPort()) {
                out.append('-').append(range.maxPort());
            }
            if (range.basePort() != NatRange.NO_BASE) {
                out.append('/').append(range.basePort());
            }
        }
        out.append(random ? flagPrefix + "random" : "");
        out.append(randomFully ? flagPrefix + "random-fully" : "");
        out.append(range.persistent() ? flagPrefix + "persistent" : "");
    }
}
