package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code -m pkttype} (xt_pkttype.c:pkttype_mt()): whom the link layer's address was for. A packet made here is nobody's
 * yet, which counts as this host's.
 */
public record PacketTypeMatch(byte type, boolean inverted) implements Match {
    /** The first name of a type is the one that is printed. */
    private static final List<Map.Entry<String, Byte>> NAMES = List.of(
            Map.entry("unicast", PacketType.HOST),
            Map.entry("broadcast", PacketType.BROADCAST),
            Map.entry("multicast", PacketType.MULTICAST),
            Map.entry("otherhost", PacketType.OTHERHOST),
            Map.entry("bcast", PacketType.BROADCAST),
            Map.entry("mcast", PacketType.MULTICAST),
            Map.entry("host", PacketType.HOST));

    public static final Extension<Match> EXTENSION = Extension.of(
            "pkttype",
            Reading::new,
            ExtensionOption.valued("pkt-type", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            String wanted = argument.toLowerCase(Locale.ROOT);
            for (Map.Entry<String, Byte> name : NAMES) {
                if (name.getKey().equals(wanted)) {
                    match = new PacketTypeMatch(name.getValue(), inverted);
                    return;
                }
            }
            throw Refusal.parameter("Bad packet type '" + argument + "'");
        }

        @Override
        public Match finish(RuleHead head) {
            return match;
        }
    }

    @Override
    public String name() {
        return "pkttype";
    }

    @Override
    public boolean matches(Packet packet) {
        return (typeOf(packet.frame()) == type) != inverted;
    }

    /** What came back to its sender is what it was for the others ({@code xt_pkttype.c:pkttype_mt()}). */
    private static byte typeOf(Frame frame) {
        return switch (frame.packetType()) {
            case PacketType.OUTGOING -> PacketType.HOST;
            case PacketType.LOOPED_BACK ->
                Ipv4Address.isMulticast(Ipv4Header.destination(frame, frame.networkOffset()))
                        ? PacketType.MULTICAST
                        : PacketType.BROADCAST;
            default -> frame.packetType();
        };
    }

    private String typeName() {
        return NAMES.stream()
                .filter(name -> name.getValue() == type)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --pkt-type " : " --pkt-type ").append(typeName());
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(inverted ? " PKTTYPE != " : " PKTTYPE = ").append(typeName());
    }
}
