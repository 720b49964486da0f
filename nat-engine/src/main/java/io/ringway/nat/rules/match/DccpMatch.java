package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.PortRange;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Frame;
import java.util.Locale;

/**
 * {@code -m dccp} (xt_dccp.c:dccp_mt()): ports, packet types, and whether there is an option.
 *
 * @param source null where it was not given, and so is {@code destination}
 * @param types a bit for each packet type, -1 where none was given
 * @param option 0 for none
 */
public record DccpMatch(
        PortRange source, PortRange destination, int types, boolean typesInverted, int option, boolean optionInverted)
        implements Match {
    private static final int PROTOCOL = 33;
    private static final int SOURCE = 0;
    private static final int DESTINATION = 1;
    private static final int TYPES = 2;
    private static final int OPTION = 3;

    /** At the index that is the type; what comes after the last one is INVALID. */
    private static final String[] TYPE_NAMES = {
        "REQUEST", "RESPONSE", "DATA", "ACK", "DATAACK", "CLOSEREQ", "CLOSE", "RESET", "SYNC", "SYNCACK", "INVALID"
    };

    private static final int INVALID = 10;
    private static final int ALL_INVALID = 0xfc00;

    public static final Extension<Match> EXTENSION = Extension.of(
            "dccp",
            Reading::new,
            ExtensionOption.valued("source-port", SOURCE).orInverted(),
            ExtensionOption.valued("sport", SOURCE).orInverted(),
            ExtensionOption.valued("destination-port", DESTINATION).orInverted(),
            ExtensionOption.valued("dport", DESTINATION).orInverted(),
            ExtensionOption.valued("dccp-types", TYPES).orInverted(),
            ExtensionOption.valued("dccp-option", OPTION).orInverted());

    private static final class Reading implements Extension.Reading<Match> {
        private PortRange source;
        private PortRange destination;
        private int types = -1;
        private boolean typesInverted;
        private int option;
        private boolean optionInverted;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case SOURCE -> source = PortRange.resolve("dccp", "source-port", argument, inverted);
                case DESTINATION -> destination = PortRange.resolve("dccp", "destination-port", argument, inverted);
                case TYPES -> {
                    types = parseTypes(argument);
                    typesInverted = inverted;
                }
                default -> {
                    option = (int) OptionNumber.parse("dccp", "dccp-option", argument, 1, 255);
                    optionInverted = inverted;
                }
            }
        }

        private static int parseTypes(String argument) {
            int bits = 0;
            for (String word : argument.split(",", -1)) {
                bits |= word.isEmpty() ? 0 : parseType(word);
            }
            return bits;
        }

        private static int parseType(String word) {
            for (int i = 0; i < TYPE_NAMES.length; i++) {
                if (TYPE_NAMES[i].equals(word.toUpperCase(Locale.ROOT))) {
                    return i == INVALID ? ALL_INVALID : 1 << i;
                }
            }
            throw Refusal.parameter("Unknown DCCP type `" + word + "'");
        }

        @Override
        public Match finish(RuleHead head) {
            return new DccpMatch(source, destination, types, typesInverted, option, optionInverted);
        }
    }

    @Override
    public String name() {
        return "dccp";
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
        if (packet.transportBytes() < DccpHeader.MIN_LENGTH) {
            packet.dropHot();
            return false;
        }
        Frame frame = packet.frame();
        int at = packet.transport();
        return (source == null || source.holds(frame.u16(at)))
                && (destination == null || destination.holds(frame.u16(at + 2)))
                && (types < 0 || ((types & 1 << DccpHeader.type(frame, at)) != 0) != typesInverted)
                && (option == 0 || hasOption(packet, frame, at));
    }

    private boolean hasOption(Packet packet, Frame frame, int at) {
        int from = DccpHeader.optionsAt(frame, at);
        int end = DccpHeader.end(frame, at);
        if (end < from || (end > from && end > at + packet.transportBytes())) {
            packet.dropHot();
            return false;
        }
        return (OptionScan.find(frame, from, end, option) >= 0) != optionInverted;
    }

    @Override
    public void save(StringBuilder out) {
        if (source != null) {
            source.saveGiven(out, "--sport");
        }
        if (destination != null) {
            destination.saveGiven(out, "--dport");
        }
        if (types >= 0) {
            out.append(typesInverted ? " ! --dccp-types " : " --dccp-types ");
            appendTypes(out, false);
        }
        if (option != 0) {
            out.append(optionInverted ? " ! --dccp-option " : " --dccp-option ").append(option);
        }
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" dccp");
        if (source != null) {
            source.listUnlessAny(out, "spt", "dccp", numeric);
        }
        if (destination != null) {
            destination.listUnlessAny(out, "dpt", "dccp", numeric);
        }
        if (types >= 0) {
            out.append(typesInverted ? " ! " : " ");
            appendTypes(out, numeric);
        }
        if (option != 0) {
            out.append(optionInverted ? " option=!" : " option=").append(option);
        }
    }

    private void appendTypes(StringBuilder out, boolean numeric) {
        String separator = "";
        for (int type = 0; type < (numeric ? 16 : TYPE_NAMES.length); type++) {
            if ((types & 1 << type) != 0) {
                out.append(separator).append(numeric ? Integer.toString(type) : TYPE_NAMES[type]);
                separator = ",";
            }
        }
    }
}
