package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.PortRange;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Frame;

/**
 * {@code -m sctp} (xt_sctp.c:sctp_mt()): ports and the types of the chunks.
 *
 * @param source null where it was not given, and so are the others
 */
public record SctpMatch(PortRange source, PortRange destination, SctpChunks chunks, boolean chunksInverted)
        implements Match {
    private static final int PROTOCOL = 132;
    private static final int HEADER_BYTES = 12;
    private static final int SOURCE = 0;
    private static final int DESTINATION = 1;
    private static final int CHUNKS = 2;

    public static final Extension<Match> EXTENSION = Extension.selfChecked(
            "sctp",
            Reading::new,
            ExtensionOption.valued("source-port", SOURCE),
            ExtensionOption.valued("sport", SOURCE),
            ExtensionOption.valued("destination-port", DESTINATION),
            ExtensionOption.valued("dport", DESTINATION),
            ExtensionOption.valued("chunk-types", CHUNKS));

    private static final class Reading implements Extension.Reading<Match> {
        private PortRange source;
        private PortRange destination;
        private SctpChunks chunks;
        private boolean chunksInverted;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case SOURCE -> {
                    checkFirst(source, "source-port");
                    source = PortRange.parse(argument, "sctp", inverted);
                }
                case DESTINATION -> {
                    checkFirst(destination, "destination-port");
                    destination = PortRange.parse(argument, "sctp", inverted);
                }
                default -> {
                    checkFirst(chunks, "chunk-types");
                    String word = head.takeWord();
                    if (word == null) {
                        throw Refusal.parameter("--chunk-types requires two args");
                    }
                    chunks = SctpChunks.parse(argument, word);
                    chunksInverted = inverted;
                }
            }
        }

        private static void checkFirst(Object before, String option) {
            if (before != null) {
                throw Refusal.parameter("Only one `--" + option + "' allowed");
            }
        }

        @Override
        public Match finish(RuleHead head) {
            return new SctpMatch(source, destination, chunks, chunksInverted);
        }
    }

    @Override
    public String name() {
        return "sctp";
    }

    @Override
    public int requiredProtocol() {
        return PROTOCOL;
    }

    @Override
    public boolean matches(Packet packet) {
        if (packet.fragmentOffset() != 0) {
            return false;
        }
        if (packet.transportBytes() < HEADER_BYTES) {
            packet.dropHot();
            return false;
        }
        Frame frame = packet.frame();
        int at = packet.transport();
        if ((source != null && !source.holds(frame.u16(at)))
                || (destination != null && !destination.holds(frame.u16(at + 2)))) {
            return false;
        }
        if (chunks == null) {
            return true;
        }
        int answer = chunks.compare(frame, at + HEADER_BYTES, at + packet.transportBytes());
        if (answer == SctpChunks.BROKEN) {
            packet.dropHot();
            return false;
        }
        return (answer == SctpChunks.YES) != chunksInverted;
    }

    @Override
    public void save(StringBuilder out) {
        if (source != null) {
            source.saveGiven(out, "--sport");
        }
        if (destination != null) {
            destination.saveGiven(out, "--dport");
        }
        if (chunks != null) {
            out.append(chunksInverted ? " ! --chunk-types " : " --chunk-types ");
            chunks.append(out, false);
        }
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" sctp");
        if (source != null) {
            source.listUnlessAny(out, "spt", "sctp", numeric);
        }
        if (destination != null) {
            destination.listUnlessAny(out, "dpt", "sctp", numeric);
        }
        if (chunks != null) {
            out.append(chunksInverted ? " ! " : " ");
            chunks.append(out, numeric);
        }
    }
}
