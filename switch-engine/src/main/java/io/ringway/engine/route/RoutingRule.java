package io.ringway.engine.route;

/**
 * One rule of the policy database ({@code struct fib4_rule}): whom it is about and what it says to them.
 *
 * @param priority unsigned; the lower, the earlier
 * @param inverted whether it is about all others
 * @param source an address whose bits under the mask of {@code sourceLength} count; the same for destination
 * @param mark compared under {@code markMask}
 * @param in name of an interface, "" for any; the same for out
 * @param sourcePorts first port shifted left by 16, and last; 0 for any; the same for destinationPorts
 * @param table for {@link Action#LOOKUP}
 * @param target priority to go on at, for {@link Action#GOTO}
 * @param suppressLength a route with at most this prefix length is passed over, -1 for none
 * @param suppressGroup interface group whose routes are passed over, -1 for none
 * @param protocol who made it ({@code RTPROT_*})
 */
public record RoutingRule(
        int priority,
        boolean inverted,
        int source,
        int sourceLength,
        int destination,
        int destinationLength,
        int tos,
        int mark,
        int markMask,
        String in,
        String out,
        int ipProtocol,
        int sourcePorts,
        int destinationPorts,
        Action action,
        int table,
        int target,
        int suppressLength,
        int suppressGroup,
        int protocol) {
    /** What becomes of who is meant ({@code FR_ACT_*}). */
    public enum Action {
        LOOKUP("lookup", 1),
        GOTO("goto", 2),
        NOP("nop", 3),
        BLACKHOLE("blackhole", 6),
        UNREACHABLE("unreachable", 7),
        PROHIBIT("prohibit", 8),
        THROW("throw", 9);

        private final String word;
        private final int number;

        Action(String word, int number) {
            this.word = word;
            this.number = number;
        }

        public String word() {
            return word;
        }

        public int number() {
            return number;
        }
    }

    /** Everybody is told to look into that table. */
    public static RoutingRule lookup(int priority, int table, int protocol) {
        return new RoutingRule(
                priority, false, 0, 0, 0, 0, 0, 0, 0, "", "", 0, 0, 0, Action.LOOKUP, table, 0, -1, -1, protocol);
    }

    /** Whether protocol or ports of a packet have to be known to answer. */
    boolean asksForPorts() {
        return ipProtocol != 0 || sourcePorts != 0 || destinationPorts != 0;
    }

    /**
     * {@code fib_rules.c:fib_rule_match()}, {@code fib4_rule_match()}.
     *
     * @param inIndex ifindex of {@code in}, 0 when any will do; the same for out
     */
    boolean matches(Flow flow, int inIndex, int outIndex) {
        boolean named = (inIndex == 0 || inIndex == flow.in)
                && (outIndex == 0 || outIndex == flow.out)
                && ((flow.mark ^ mark) & markMask) == 0
                && isAbout(flow);
        return named != inverted;
    }

    private boolean isAbout(Flow flow) {
        return ((flow.source ^ source) & mask(sourceLength)) == 0
                && ((flow.destination ^ destination) & mask(destinationLength)) == 0
                && flow.hasService(tos)
                && (ipProtocol == 0 || ipProtocol == flow.protocol)
                && within(sourcePorts, flow.sourcePort)
                && within(destinationPorts, flow.destinationPort);
    }

    private static boolean within(int range, int port) {
        return range == 0 || (port >= range >>> 16 && port <= (range & 0xffff));
    }

    private static int mask(int length) {
        return length == 0 ? 0 : -1 << (32 - length);
    }

    /**
     * Whether this rule, when added, would be the other one over again; addresses that it leaves open don't tell them
     * apart ({@code fib_rules.c:rule_exists(), fib4_rule_compare()}).
     */
    boolean repeats(RoutingRule other) {
        return priority == other.priority
                && action == other.action
                && table == other.table
                && mark == other.mark
                && markMask == other.markMask
                && in.equals(other.in)
                && out.equals(other.out)
                && ipProtocol == other.ipProtocol
                && sourcePorts == other.sourcePorts
                && destinationPorts == other.destinationPorts
                && suppressLength == other.suppressLength
                && suppressGroup == other.suppressGroup
                && protocol == other.protocol
                && hasAddressesOf(other);
    }

    private boolean hasAddressesOf(RoutingRule other) {
        return (sourceLength == 0 || (sourceLength == other.sourceLength && source == other.source))
                && (destinationLength == 0
                        || (destinationLength == other.destinationLength && destination == other.destination))
                && (tos == 0 || tos == other.tos);
    }

    /** Whether this rule, as somebody describes one to be removed, is about the other ({@code rule_find()}). */
    public boolean describes(RoutingRule other, boolean byPriority) {
        return (!byPriority || priority == other.priority)
                && (action == null || action == other.action)
                && (table == 0 || table == other.table)
                && (in.isEmpty() || in.equals(other.in))
                && (out.isEmpty() || out.equals(other.out))
                && (mark == 0 || mark == other.mark)
                && (markMask == 0 || markMask == other.markMask)
                && (suppressLength < 0 || suppressLength == other.suppressLength)
                && (suppressGroup < 0 || suppressGroup == other.suppressGroup)
                && (ipProtocol == 0 || ipProtocol == other.ipProtocol)
                && (protocol == 0 || protocol == other.protocol)
                && (sourcePorts == 0 || sourcePorts == other.sourcePorts)
                && (destinationPorts == 0 || destinationPorts == other.destinationPorts)
                && hasAddressesOf(other);
    }
}
