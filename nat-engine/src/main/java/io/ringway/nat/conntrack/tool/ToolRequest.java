package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.FlowAttribute;
import io.ringway.nat.conntrack.FlowMessage;
import java.util.HashSet;
import java.util.Set;

/** A command line of the tool, read. */
final class ToolRequest {
    /** What {@code -o} asks for. */
    enum Output {
        XML,
        EXTENDED,
        TIMESTAMP,
        ID,
        KTIMESTAMP,
        LABELS,
        USERSPACE,
        SAVE
    }

    /** What {@code -L} may list beside the table itself. */
    enum Table {
        CONNTRACK,
        EXPECT,
        DYING,
        UNCONFIRMED
    }

    static final int NEW = 1;
    static final int UPDATES = 2;
    static final int DESTROY = 4;
    static final int ANY_FAMILY = 0;

    ToolCommand command = ToolCommand.NONE;
    Table table = Table.CONNTRACK;

    /** Letters of the options said. */
    final Set<Character> options = new HashSet<>();

    final Set<Output> output = new HashSet<>();

    /** What was said of the connection. */
    final FlowMessage flow = new FlowMessage();

    boolean sourceMasked;
    boolean destinationMasked;
    int sourceMask;
    int destinationMask;
    long mark;
    long markMask;

    /** What the kernel is to look for in the mark, if {@link #kernelMark}. */
    long kernelMarkValue;

    boolean kernelMark;

    /** What the kernel is to look for in the status, before anything else is compared; {@link #kernelStatus} if asked. */
    long statusValue;

    long statusMask;
    boolean kernelStatus;
    int events;
    int family;
    Protocol protocol;

    /** What was printed on stderr while reading. */
    final StringBuilder said = new StringBuilder();

    /** The connection that is to be made: of directions not said, the inverse of the other one. */
    FlowMessage made() {
        boolean original = hasAny("sd");
        boolean reply = hasAny("rq");
        if (original && !reply) {
            flow.invertOriginal();
        } else if (!original && reply) {
            flow.invertReply();
        }
        if (has('m')) {
            flow.set(FlowAttribute.MARK, mark);
        }
        return flow;
    }

    boolean has(char letter) {
        return options.contains(letter);
    }

    boolean hasAny(String letters) {
        return letters.chars().anyMatch(letter -> options.contains((char) letter));
    }
}
