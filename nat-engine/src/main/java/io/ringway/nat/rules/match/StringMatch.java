package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.FragmentGeometry;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/**
 * {@code -m string} (xt_string.c:string_mt()): bytes anywhere in the packet, IP header included.
 *
 * @param folded the pattern as it is compared
 * @param from the first byte looked at, counted from the IP header
 * @param to where the last match must have ended
 */
public record StringMatch(
        StringPattern pattern, int[] folded, String algorithm, int from, int to, boolean ignoresCase, boolean inverted)
        implements Match {
    private static final int FROM = 0;
    private static final int TO = 1;
    private static final int ALGORITHM = 2;
    private static final int STRING = 3;
    private static final int HEX_STRING = 4;
    private static final int IGNORE_CASE = 5;
    private static final int MAX_OFFSET = 0xffff;
    /** Boyer and Moore's search, which finds nothing that lies in two fragments of a reassembled packet. */
    private static final String WITHIN_BLOCKS = "bm";

    public static final Extension<Match> EXTENSION = Extension.of(
            "string",
            Reading::new,
            ExtensionOption.valued("from", FROM),
            ExtensionOption.valued("to", TO),
            ExtensionOption.valued("algo", ALGORITHM),
            ExtensionOption.valued("string", STRING).orInverted().excluding(1 << HEX_STRING),
            ExtensionOption.valued("hex-string", HEX_STRING).orInverted().excluding(1 << STRING),
            ExtensionOption.flag("icase", IGNORE_CASE));

    private static final class Reading implements Extension.Reading<Match> {
        private StringPattern pattern;
        private boolean inverted;
        private String algorithm;
        private int from;
        private int to = MAX_OFFSET;
        private boolean ignoresCase;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case FROM -> from = (int) OptionNumber.parse("string", "from", argument, 0, MAX_OFFSET);
                case TO -> to = (int) OptionNumber.parse("string", "to", argument, 0, MAX_OFFSET);
                case ALGORITHM -> algorithm = argument;
                case IGNORE_CASE -> ignoresCase = true;
                default -> {
                    pattern = id == STRING ? StringPattern.parse(argument) : StringPattern.parseHex(argument);
                    this.inverted = inverted;
                }
            }
        }

        @Override
        public Match finish(RuleHead head) {
            if (pattern == null) {
                throw Refusal.parameter("STRING match: You must specify `--string' or `--hex-string'");
            }
            if (algorithm == null) {
                throw Refusal.parameter("string: option \"--algo\" must be specified\n");
            }
            return new StringMatch(pattern, pattern.folded(ignoresCase), algorithm, from, to, ignoresCase, inverted);
        }
    }

    @Override
    public String name() {
        return "string";
    }

    /** Of the kernel's searches, {@code fsm} wants a pattern of a form that nobody writes. */
    @Override
    public String refusedWith() {
        if (from > to || pattern.length() == 0) {
            return "Invalid argument";
        }
        return switch (algorithm) {
            case "bm", "kmp" -> null;
            case "fsm" -> "Invalid argument";
            default -> "No such file or directory";
        };
    }

    @Override
    public boolean matches(Packet packet) {
        int start = packet.frame().networkOffset();
        int last = start + Math.min(to, packet.lengthBytes()) - folded.length;
        FragmentGeometry fragments = packet.frame().fragments();
        boolean whole = fragments == null || fragments.count() == 0 || !algorithm.equals(WITHIN_BLOCKS);
        boolean found = whole
                ? contains(packet.frame(), start + from, last)
                : containsInFragment(packet.frame(), fragments, start + from, last);
        return found != inverted;
    }

    /** The first fragment with the header; {@code textsearch} sees each of the list alone ({@code skb_seq_read()}). */
    private boolean containsInFragment(Frame frame, FragmentGeometry fragments, int from, int last) {
        int begin = from;
        int end = frame.networkOffset() + Ipv4Header.headerLength(frame, frame.networkOffset());
        for (int i = 0; i < fragments.count(); i++) {
            end += fragments.payloadBytes(i);
            if (contains(frame, begin, Math.min(last, end - folded.length))) {
                return true;
            }
            begin = Math.max(from, end);
        }
        return false;
    }

    private boolean contains(Frame frame, int from, int last) {
        for (int at = from; at <= last; at++) {
            if (standsAt(frame, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean standsAt(Frame frame, int at) {
        for (int i = 0; i < folded.length; i++) {
            int value = frame.u8(at + i);
            if ((ignoresCase ? StringPattern.upper(value) : value) != folded[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " !" : "").append(pattern.isPrintedAsHex() ? " --hex-string " : " --string ");
        pattern.append(out);
        out.append(" --algo ").append(algorithm);
        append(out, " --from ", " --to ", " --icase");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" STRING match ").append(inverted ? "! " : " ");
        pattern.append(out);
        out.append(" ALGO name ").append(algorithm);
        append(out, " FROM ", " TO ", " ICASE");
    }

    private void append(StringBuilder out, String beforeFrom, String beforeTo, String icase) {
        if (from != 0) {
            out.append(beforeFrom).append(from);
        }
        if (to != MAX_OFFSET) {
            out.append(beforeTo).append(to);
        }
        out.append(ignoresCase ? icase : "");
    }
}
