package io.ringway.nat.rules.match;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.MacAddress;

/** {@code -m mac} (xt_mac.c:mac_mt()): who sent the frame that brought the packet; loopback has no such address. */
public record MacMatch(long source, boolean inverted) implements Match {
    /** {@code LOOPBACK_IFINDEX}. */
    private static final int LOOPBACK = 1;

    private static final int BYTES = 6;

    public static final Extension<Match> EXTENSION = Extension.of(
            "mac",
            Reading::new,
            ExtensionOption.valued("mac-source", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            match = new MacMatch(parse(argument), inverted);
        }

        /** Bytes of one or two digits, or of none for 0. */
        private static long parse(String text) {
            String[] parts = text.split(":", -1);
            long address = 0;
            for (String part : parts) {
                if (parts.length != BYTES || !part.matches("[0-9a-fA-F]{0,2}")) {
                    throw Refusal.parameter("Invalid MAC address specified.");
                }
                address = address << 8 | (part.isEmpty() ? 0 : Integer.parseInt(part, 16));
            }
            return address;
        }

        @Override
        public Match finish(RuleHead head) {
            return match;
        }
    }

    @Override
    public String name() {
        return "mac";
    }

    @Override
    public boolean matches(Packet packet) {
        int ingress = packet.frame().ingressIfindex();
        if (ingress == 0 || ingress == LOOPBACK) {
            return false;
        }
        return (EthernetHeader.source(packet.frame()) == source) != inverted;
    }

    @Override
    public boolean reachableFrom(Hook hook) {
        return hook == Hook.PREROUTING || hook == Hook.INPUT || hook == Hook.FORWARD;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --mac-source " : " --mac-source ").append(MacAddress.format(source));
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(inverted ? " MAC ! " : " MAC ").append(MacAddress.format(source));
    }
}
