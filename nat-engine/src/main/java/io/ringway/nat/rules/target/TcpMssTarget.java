package io.ringway.nat.rules.target;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;

/**
 * {@code -j TCPMSS} (xt_TCPMSS.c:tcpmss_tg4()): lowers the maximum segment size that a SYN announces, or announces one.
 *
 * @param mss {@link #CLAMP} for what both ways let through
 */
public record TcpMssTarget(int mss) implements Target {
    static final int CLAMP = -1;
    private static final int BY_NUMBER = 0;
    private static final int MAX = 65_515;
    private static final int HEADERS = Ipv4Header.MIN_LENGTH + TcpHeader.MIN_LENGTH;
    private static final int LONGEST_HEADER = 60;
    private static final int OPTION_NOOP = 1;
    private static final int OPTION_MSS = 2;
    private static final int MSS_BYTES = 4;

    /** What a sender has to assume where nothing is said (RFC 9293 §3.7.1). */
    private static final int DEFAULT_MSS = 536;

    public static final Extension<Target> EXTENSION = Extension.of(
            "TCPMSS",
            Reading::new,
            ExtensionOption.valued("set-mss", BY_NUMBER),
            ExtensionOption.flag("clamp-mss-to-pmtu", 1));

    private static final class Reading implements Extension.Reading<Target> {
        private Target target;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            target = new TcpMssTarget(
                    id == BY_NUMBER ? (int) OptionNumber.parse("TCPMSS", "set-mss", argument, 0, MAX) : CLAMP);
        }

        @Override
        public Target finish(RuleHead head) {
            if (target == null) {
                throw Refusal.parameter("TCPMSS target: At least one parameter is required");
            }
            return target;
        }
    }

    @Override
    public String name() {
        return "TCPMSS";
    }

    @Override
    public Verdict apply(Packet packet) {
        if (packet.fragmentOffset() != 0) {
            return Verdict.CONTINUE;
        }
        int tcp = packet.transport();
        int bytes = packet.transportBytes();
        if (bytes < TcpHeader.MIN_LENGTH) {
            return Verdict.DROP;
        }
        int headerBytes = TcpHeader.headerLength(packet.frame(), tcp);
        if (bytes < headerBytes || headerBytes < TcpHeader.MIN_LENGTH) {
            return Verdict.DROP;
        }
        int wanted = mss == CLAMP ? packet.view().mtuBothWays(packet.frame()) - HEADERS : mss;
        if (wanted <= 0 && mss == CLAMP) {
            return Verdict.DROP;
        }
        boolean said = lower(packet.frame(), tcp, headerBytes, wanted);
        if (!said && bytes == headerBytes && headerBytes < LONGEST_HEADER) {
            add(packet.frame(), tcp, headerBytes, Math.min(wanted, DEFAULT_MSS));
            packet.read();
        }
        return Verdict.CONTINUE;
    }

    /** True when the segment says a size; one that is lower already stays. */
    private static boolean lower(Frame frame, int tcp, int headerBytes, int wanted) {
        int at = tcp + TcpHeader.MIN_LENGTH;
        while (at <= tcp + headerBytes - MSS_BYTES) {
            int kind = frame.u8(at);
            if (kind == OPTION_MSS && frame.u8(at + 1) == MSS_BYTES) {
                int before = frame.u16(at + 2);
                if (before > wanted) {
                    frame.putU16(at + 2, wanted);
                    update(frame, tcp, before, wanted);
                }
                return true;
            }
            at += kind <= OPTION_NOOP || frame.u8(at + 1) == 0 ? 1 : frame.u8(at + 1);
        }
        return false;
    }

    /** In front of the other options. */
    private static void add(Frame frame, int tcp, int headerBytes, int wanted) {
        int at = frame.networkOffset();
        frame.setLength(frame.length() + MSS_BYTES);
        int option = tcp + TcpHeader.MIN_LENGTH;
        for (int i = tcp + headerBytes - MSS_BYTES; i >= option; i -= MSS_BYTES) {
            frame.putI32(i + MSS_BYTES, frame.i32(i));
        }
        frame.putU16(option, OPTION_MSS << 8 | MSS_BYTES);
        frame.putU16(option + 2, wanted);
        update(frame, tcp, headerBytes, headerBytes + MSS_BYTES);
        int sum = TcpHeader.checksum(frame, tcp);
        frame.putU16(tcp + TcpHeader.CHECKSUM_OFFSET, Checksum.update32(sum, 0, frame.i32(option)));
        int flags = frame.u16(tcp + 12);
        frame.putU16(tcp + 12, flags + ((MSS_BYTES / 4) << 12));
        update(frame, tcp, flags, frame.u16(tcp + 12));
        int total = Ipv4Header.totalLength(frame, at);
        frame.putU16(at + 2, total + MSS_BYTES);
        frame.putU16(at + 10, Checksum.update16(Ipv4Header.checksum(frame, at), total, total + MSS_BYTES));
    }

    private static void update(Frame frame, int tcp, int before, int after) {
        int sum = TcpHeader.checksum(frame, tcp);
        frame.putU16(tcp + TcpHeader.CHECKSUM_OFFSET, Checksum.update16(sum, before, after));
    }

    @Override
    public void save(StringBuilder out) {
        out.append(mss == CLAMP ? " --clamp-mss-to-pmtu" : " --set-mss " + mss);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(mss == CLAMP ? " TCPMSS clamp to PMTU" : " TCPMSS set " + mss);
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return true;
    }

    @Override
    public boolean allowedAt(Hook hook) {
        return mss != CLAMP || (hook != Hook.PREROUTING && hook != Hook.INPUT);
    }

    @Override
    public boolean reachableFrom(Hook hook) {
        return true;
    }

    @Override
    public int requiredProtocol() {
        return Ipv4Header.PROTOCOL_TCP;
    }
}
