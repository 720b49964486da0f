package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;

/**
 * {@code -m tcpmss} (xt_tcpmss.c:tcpmss_mt()): the maximum segment size that a TCP header names; it does not ask whether
 * a fragment has one.
 *
 * @param min inclusive
 * @param max inclusive
 */
public record TcpMssMatch(int min, int max, boolean inverted) implements Match {
    private static final int KIND = 2;
    private static final int LENGTH = 4;

    public static final Extension<Match> EXTENSION = Extension.of(
            "tcpmss",
            Reading::new,
            ExtensionOption.valued("mss", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            int[] range = OptionNumber.parseRange("tcpmss", "mss", argument, 0xffff);
            int max = range[range.length - 1];
            if (range[0] > max) {
                throw Refusal.parameter("tcpmss: invalid range given");
            }
            match = new TcpMssMatch(range[0], max, inverted);
        }

        @Override
        public Match finish(RuleHead head) {
            return match;
        }
    }

    @Override
    public String name() {
        return "tcpmss";
    }

    @Override
    public int requiredProtocol() {
        return Ipv4Header.PROTOCOL_TCP;
    }

    @Override
    public boolean matches(Packet packet) {
        Frame frame = packet.frame();
        int at = packet.transport();
        if (packet.transportBytes() < TcpHeader.MIN_LENGTH) {
            packet.dropHot();
            return false;
        }
        int headerBytes = TcpHeader.headerLength(frame, at);
        if (headerBytes < TcpHeader.MIN_LENGTH || headerBytes > packet.transportBytes()) {
            packet.dropHot();
            return false;
        }
        int size = segmentSize(frame, at + TcpHeader.MIN_LENGTH, at + headerBytes);
        return size < 0 ? inverted : (size >= min && size <= max) != inverted;
    }

    /** The first that is said in four bytes, or -1. */
    private static int segmentSize(Frame frame, int from, int end) {
        int at = from;
        while (at < end) {
            if (frame.u8(at) == KIND && at + LENGTH <= end && frame.u8(at + 1) == LENGTH) {
                return frame.u16(at + 2);
            }
            at = OptionScan.next(frame, at, end);
        }
        return -1;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --mss " : " --mss ");
        appendRange(out);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(inverted ? " tcpmss match !" : " tcpmss match ");
        appendRange(out);
    }

    private void appendRange(StringBuilder out) {
        out.append(min);
        if (min != max) {
            out.append(':').append(max);
        }
    }
}
