package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.PortRange;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.ToolNumber;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;

/**
 * {@code -m tcp}: ports, flags, and whether there is an option. The tool makes comparisons of its own of most; what asks for
 * an option, or for nothing at all, is the kernel's (xt_tcpudp.c:tcp_mt()): it knows fragments, and drops what it takes for
 * an attack.
 *
 * @param flagMask the flags looked at, 0 for none
 * @param flags of those, the ones that must be set
 * @param option the kind looked for, 0 for none
 */
public record TcpMatch(
        PortRange source,
        PortRange destination,
        int flagMask,
        int flags,
        boolean flagsInverted,
        int option,
        boolean optionInverted)
        implements Match {
    private static final int SOURCE = 0;
    private static final int DESTINATION = 1;
    private static final int SYN = 2;
    private static final int FLAGS = 3;
    private static final int OPTION = 4;

    /** At the index that is the flag's bit. */
    private static final String[] FLAG_NAMES = {"FIN", "SYN", "RST", "PSH", "ACK", "URG"};

    private static final int ALL_FLAGS = 0x3f;
    private static final int FLAGS_END = 14;
    private static final int SYN_MASK = TcpHeader.FIN | TcpHeader.SYN | TcpHeader.RST | TcpHeader.ACK;

    public static final Extension<Match> EXTENSION = Extension.selfChecked(
            "tcp",
            Reading::new,
            ExtensionOption.valued("source-port", SOURCE),
            ExtensionOption.valued("sport", SOURCE),
            ExtensionOption.valued("destination-port", DESTINATION),
            ExtensionOption.valued("dport", DESTINATION),
            ExtensionOption.flag("syn", SYN),
            ExtensionOption.valued("tcp-flags", FLAGS),
            ExtensionOption.valued("tcp-option", OPTION));

    private static final class Reading implements Extension.Reading<Match> {
        private PortRange source;
        private PortRange destination;
        private boolean flagsGiven;
        private int flagMask;
        private int flags;
        private boolean flagsInverted;
        private int option;
        private boolean optionInverted;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case SOURCE -> source = parsePorts(source, "source", argument, inverted);
                case DESTINATION -> destination = parsePorts(destination, "destination", argument, inverted);
                case SYN -> setFlags(SYN_MASK, TcpHeader.SYN, inverted);
                case FLAGS -> {
                    checkFlagsOnce();
                    String word = head.takeWord();
                    if (word == null) {
                        throw Refusal.parameter("--tcp-flags requires two args.");
                    }
                    setFlags(parseFlags(argument), parseFlags(word), inverted);
                }
                default -> {
                    if (option != 0) {
                        throw Refusal.parameter("Only one `--tcp-option' allowed");
                    }
                    option = parseOption(argument);
                    optionInverted = inverted;
                }
            }
        }

        private static int parseOption(String argument) {
            int kind = ToolNumber.parse(argument, 255);
            if (kind < 1) {
                throw Refusal.parameter("Bad TCP option \"" + argument + "\"");
            }
            return kind;
        }

        private static PortRange parsePorts(PortRange before, String which, String argument, boolean inverted) {
            if (before != null) {
                throw Refusal.parameter("Only one `--" + which + "-port' allowed");
            }
            return PortRange.parse(argument, "tcp", inverted);
        }

        private void checkFlagsOnce() {
            if (flagsGiven) {
                throw Refusal.parameter("Only one of `--syn' or `--tcp-flags'  allowed");
            }
        }

        private void setFlags(int mask, int wanted, boolean inverted) {
            checkFlagsOnce();
            flagsGiven = true;
            flagMask = mask;
            flags = wanted;
            flagsInverted = inverted;
        }

        private static int parseFlags(String argument) {
            int bits = 0;
            for (String word : argument.split(",", -1)) {
                if (!word.isEmpty()) {
                    bits |= parseFlag(word);
                }
            }
            return bits;
        }

        private static int parseFlag(String word) {
            if (word.equalsIgnoreCase("ALL")) {
                return ALL_FLAGS;
            }
            if (word.equalsIgnoreCase("NONE")) {
                return 0;
            }
            for (int i = 0; i < FLAG_NAMES.length; i++) {
                if (FLAG_NAMES[i].equalsIgnoreCase(word)) {
                    return 1 << i;
                }
            }
            throw Refusal.parameter("Unknown TCP flag `" + word + "'");
        }

        @Override
        public Match finish(RuleHead head) {
            TcpMatch match = new TcpMatch(
                    source == null ? PortRange.ANY : source,
                    destination == null ? PortRange.ANY : destination,
                    flagMask,
                    flags,
                    flagsInverted,
                    option,
                    optionInverted);
            return match.isOfKernel() ? match : match.compared();
        }
    }

    private TcpMatch compared() {
        return new TcpMatch(
                source.asCompared(), destination.asCompared(), flagMask, flags, flagsInverted, option, optionInverted);
    }

    @Override
    public String misfit(int protocol) {
        return isOfKernel() || protocol == Ipv4Header.PROTOCOL_TCP ? null : "TCP match requires '-p tcp'";
    }

    /** Whether the kernel's own match decides, not comparisons that the tool makes of the options. */
    private boolean isOfKernel() {
        return option != 0 || (source.isAny() && destination.isAny() && flagMask == 0 && flags == 0 && !flagsInverted);
    }

    @Override
    public String name() {
        return !isOfKernel() && source.isVoid() && destination.isVoid() && flagMask == 0 ? "" : "tcp";
    }

    @Override
    public boolean matches(Packet packet) {
        if (isOfKernel()) {
            return matchesAsTheKernel(packet);
        }
        // The tool's comparisons take what stands there, of any fragment that reaches so far.
        Frame frame = packet.frame();
        int at = packet.transport();
        int bytes = packet.transportBytes();
        return (source.isVoid() || (bytes >= 2 && source.holds(frame.u16(at))))
                && (destination.isVoid() || (bytes >= 4 && destination.holds(frame.u16(at + 2))))
                && (flagMask == 0 || (bytes >= FLAGS_END && hasFlags(frame, at)));
    }

    /** A fragment that begins within the header, and a header that is cut, pass for attacks. */
    private boolean matchesAsTheKernel(Packet packet) {
        Frame frame = packet.frame();
        int at = packet.transport();
        if (packet.fragmentOffset() != 0) {
            if (packet.fragmentOffset() == 1) {
                packet.dropHot();
            }
            return false;
        }
        if (packet.transportBytes() < TcpHeader.MIN_LENGTH) {
            packet.dropHot();
            return false;
        }
        return source.holds(frame.u16(at))
                && destination.holds(frame.u16(at + 2))
                && hasFlags(frame, at)
                && (option == 0 || hasOption(packet));
    }

    private boolean hasFlags(Frame frame, int at) {
        return ((TcpHeader.flags(frame, at) & flagMask) == flags) != flagsInverted;
    }

    private boolean hasOption(Packet packet) {
        int headerBytes = TcpHeader.headerLength(packet.frame(), packet.transport());
        if (headerBytes < TcpHeader.MIN_LENGTH || headerBytes > packet.transportBytes()) {
            packet.dropHot();
            return false;
        }
        int end = packet.transport() + headerBytes;
        int at = packet.transport() + TcpHeader.MIN_LENGTH;
        return (OptionScan.find(packet.frame(), at, end, option) >= 0) != optionInverted;
    }

    @Override
    public void save(StringBuilder out) {
        source.save(out, "--sport");
        destination.save(out, "--dport");
        if (option != 0) {
            out.append(optionInverted ? " ! --tcp-option " : " --tcp-option ").append(option);
        }
        if (showsFlags()) {
            out.append(flagsInverted ? " ! --tcp-flags " : " --tcp-flags ");
            appendFlags(out, flagMask);
            out.append(' ');
            appendFlags(out, flags);
        }
    }

    private boolean showsFlags() {
        return flagMask != 0 || (option != 0 && flagsInverted);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" tcp");
        if (option == 0) {
            source.list(out, "spt", "tcp", numeric);
            destination.list(out, "dpt", "tcp", numeric);
        } else {
            source.listUnlessAny(out, "spt", "tcp", numeric);
            destination.listUnlessAny(out, "dpt", "tcp", numeric);
            out.append(optionInverted ? " option=!" : " option=").append(option);
        }
        if (showsFlags()) {
            out.append(flagsInverted ? " flags:!" : " flags:");
            if (numeric) {
                out.append(String.format("0x%02X/0x%02X", flagMask, flags));
            } else {
                appendFlags(out, flagMask);
                out.append('/');
                appendFlags(out, flags);
            }
        }
    }

    private static void appendFlags(StringBuilder out, int bits) {
        String separator = "";
        for (int i = 0; i < FLAG_NAMES.length; i++) {
            if ((bits & 1 << i) != 0) {
                out.append(separator).append(FLAG_NAMES[i]);
                separator = ",";
            }
        }
        out.append(bits == 0 ? "NONE" : "");
    }

    @Override
    public int requiredProtocol() {
        return isOfKernel() ? Ipv4Header.PROTOCOL_TCP : 0;
    }
}
