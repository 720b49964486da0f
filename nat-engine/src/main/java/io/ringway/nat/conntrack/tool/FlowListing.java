package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.Ctnetlink;
import io.ringway.nat.conntrack.FlowAttribute;
import io.ringway.nat.conntrack.FlowMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Text that lists connections, as the lines that {@code conntrack -R} makes them of: what {@code conntrack -L} prints, with whichever
 * {@code -o}, XML aside, and what {@code /proc/net/nf_conntrack} holds. Connections of IPv6 are passed over.
 */
public final class FlowListing {
    /** A line cannot be read, or says what no table can hold. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        Malformed(int line, String words) {
            super(words);
            this.line = line;
        }

        /** Counts from 1. */
        public int line() {
            return line;
        }
    }

    private final Set<String> taken = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private FlowListing() {}

    /** One line for each connection, in the order of the text. */
    public static List<String> read(String text) throws Malformed {
        FlowListing listing = new FlowListing();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                listing.add(line.strip());
            } catch (ConntrackRefusal | IllegalArgumentException wrong) {
                throw new Malformed(number, wrong.getMessage());
            }
        }
        return listing.lines;
    }

    private void add(String line) {
        if (line.isEmpty() || line.startsWith("#") || line.startsWith("conntrack v") || line.startsWith("ipv6 ")) {
            return;
        }
        String options = line.startsWith("-") ? line : ListedFlow.options(line);
        ToolRequest request = ToolReader.read(LoadedLines.words(options), new StringBuilder());
        if (!request.command.makes()) {
            throw new IllegalArgumentException(
                    "of saved lines, -A and -I make connections, and others do not belong here");
        }
        FlowMessage flow = request.made();
        if (flow.get(FlowAttribute.ORIGINAL_FAMILY) == Ctnetlink.IPV6) {
            return;
        }
        if (!Ctnetlink.isWhole(flow)) {
            throw new IllegalArgumentException("not all of both directions is said, or more than one zone");
        }
        if (!taken.add(tuple(flow))) {
            throw new IllegalArgumentException("a connection with this original direction is listed already");
        }
        lines.add(options);
    }

    private static String tuple(FlowMessage flow) {
        StringBuilder tuple = new StringBuilder();
        for (FlowAttribute attribute : List.of(
                FlowAttribute.ORIGINAL_PROTOCOL,
                FlowAttribute.ORIGINAL_SOURCE,
                FlowAttribute.ORIGINAL_DESTINATION,
                FlowAttribute.ORIGINAL_SOURCE_PORT,
                FlowAttribute.ORIGINAL_DESTINATION_PORT,
                FlowAttribute.ICMP_TYPE,
                FlowAttribute.ICMP_CODE,
                FlowAttribute.ICMP_ID,
                FlowAttribute.ZONE,
                FlowAttribute.ORIGINAL_ZONE)) {
            tuple.append(flow.get(attribute)).append(' ');
        }
        return tuple.toString();
    }
}
