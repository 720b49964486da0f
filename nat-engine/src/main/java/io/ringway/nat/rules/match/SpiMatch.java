package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Frame;
import java.util.function.Supplier;

/**
 * {@code -m ah}, {@code -m esp} and {@code -m ipcomp}: the security parameter index, of ipcomp the two bytes that stand
 * in for it.
 *
 * @param min inclusive
 * @param max inclusive; below {@code min} no packet is in the range
 * @param reserved of ipcomp: printed, and not looked at by the kernel either
 */
public record SpiMatch(Header header, long min, long max, boolean inverted, boolean reserved) implements Match {
    private static final int SPI = 0;
    private static final int RESERVED = 1;
    private static final long MAX = 0xffff_ffffL;

    /** What is asked (ipt_ah.c:ah_mt(), xt_esp.c:esp_mt(), xt_ipcomp.c:comp_mt()). */
    enum Header {
        AH(51, 12, "ahspi"),
        ESP(50, 8, "espspi"),
        IPCOMP(108, 4, "ipcompspi");

        private final int protocol;
        private final int bytes;
        private final String option;

        Header(int protocol, int bytes, String option) {
            this.protocol = protocol;
            this.bytes = bytes;
            this.option = option;
        }

        private String label() {
            return option.substring(0, option.length() - 3);
        }

        private long spi(Frame frame, int at) {
            return switch (this) {
                case AH -> frame.u32(at + 4);
                case ESP -> frame.u32(at);
                case IPCOMP -> frame.u16(at + 2);
            };
        }
    }

    public static final Extension<Match> AH = extension(Header.AH);
    public static final Extension<Match> ESP = extension(Header.ESP);

    public static final Extension<Match> IPCOMP = Extension.of(
            "ipcomp", reading(Header.IPCOMP), spi(Header.IPCOMP), ExtensionOption.flag("compres", RESERVED));

    private static Extension<Match> extension(Header header) {
        return Extension.of(header.label(), reading(header), spi(header));
    }

    private static Supplier<Extension.Reading<Match>> reading(Header header) {
        return () -> new Reading(header);
    }

    private static ExtensionOption spi(Header header) {
        return ExtensionOption.valued(header.option, SPI).orInverted();
    }

    private static final class Reading implements Extension.Reading<Match> {
        private final Header header;
        private long[] range;
        private boolean inverted;
        private boolean reserved;

        Reading(Header header) {
            this.header = header;
            range = header == Header.IPCOMP ? new long[] {0} : new long[] {0, MAX};
        }

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            if (id == RESERVED) {
                reserved = true;
                return;
            }
            range = OptionNumber.parseWideRange(header.label(), header.option, argument, MAX);
            this.inverted = inverted;
        }

        @Override
        public Match finish(RuleHead head) {
            return new SpiMatch(header, range[0], range[range.length - 1], inverted, reserved);
        }
    }

    @Override
    public String name() {
        return header.label();
    }

    @Override
    public int requiredProtocol() {
        return header.protocol;
    }

    @Override
    public boolean matches(Packet packet) {
        if (packet.fragmentOffset() != 0) {
            return false;
        }
        if (packet.transportBytes() < header.bytes) {
            packet.dropHot();
            return false;
        }
        long spi = header.spi(packet.frame(), packet.transport());
        return (spi >= min && spi <= max) != inverted;
    }

    private boolean holdsAll() {
        return min == 0 && max == MAX;
    }

    @Override
    public void save(StringBuilder out) {
        if (!holdsAll()) {
            out.append(inverted ? " ! --" : " --").append(header.option).append(' ');
            appendRange(out);
        }
        out.append(reserved ? " --compres" : "");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        // The tool leaves a blank behind "ah" even where nothing follows.
        out.append(header == Header.IPCOMP ? " comp" : " " + header.label()).append(header == Header.AH ? " " : "");
        if (!holdsAll() || inverted) {
            out.append(header == Header.AH ? "" : " ").append(min == max ? "spi:" : "spis:");
            out.append(inverted ? "!" : "");
            appendRange(out);
        }
        out.append(reserved ? " reserved" : "");
    }

    private void appendRange(StringBuilder out) {
        out.append(min);
        if (min != max) {
            out.append(':').append(max);
        }
    }
}
