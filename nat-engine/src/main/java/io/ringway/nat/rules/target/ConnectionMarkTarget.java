package io.ringway.nat.rules.target;

import io.ringway.nat.conntrack.Connection;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.MaskedMark;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;

/**
 * {@code -j CONNMARK} (xt_connmark.c:connmark_tg_shift()): sets the mark of a connection, or copies it from or to that
 * of the packet.
 *
 * @param value of {@link Action#SET}
 * @param connectionMask of the connection's mark
 * @param packetMask of the packet's mark; unused by {@link Action#SET}
 * @param shift to the left, by that many bits; to the right when it is negative
 */
public record ConnectionMarkTarget(Action action, int value, int connectionMask, int packetMask, int shift)
        implements Target {
    private static final int SET_XMARK = 0;
    private static final int SET_MARK = 1;
    private static final int AND_MARK = 2;
    private static final int OR_MARK = 3;
    private static final int XOR_MARK = 4;
    private static final int SAVE_MARK = 5;
    private static final int RESTORE_MARK = 6;
    private static final int LEFT_SHIFT = 7;
    private static final int RIGHT_SHIFT = 8;
    private static final int CT_MASK = 9;
    private static final int NF_MASK = 10;
    private static final int MASK = 11;
    private static final int ALL_ACTIONS = 0x7f;
    private static final int ALL_BITS = -1;

    /** What is done with the two marks. */
    enum Action {
        SET,
        SAVE,
        RESTORE
    }

    public static final Extension<Target> EXTENSION = Extension.of(
            "CONNMARK",
            Reading::new,
            ExtensionOption.valued("set-xmark", SET_XMARK).excluding(ALL_ACTIONS),
            ExtensionOption.valued("set-mark", SET_MARK).excluding(ALL_ACTIONS),
            ExtensionOption.valued("and-mark", AND_MARK).excluding(ALL_ACTIONS),
            ExtensionOption.valued("or-mark", OR_MARK).excluding(ALL_ACTIONS),
            ExtensionOption.valued("xor-mark", XOR_MARK).excluding(ALL_ACTIONS),
            ExtensionOption.flag("save-mark", SAVE_MARK).excluding(ALL_ACTIONS),
            ExtensionOption.flag("restore-mark", RESTORE_MARK).excluding(ALL_ACTIONS),
            ExtensionOption.valued("left-shift-mark", LEFT_SHIFT),
            ExtensionOption.valued("right-shift-mark", RIGHT_SHIFT),
            ExtensionOption.valued("ctmask", CT_MASK).excluding(1 << MASK),
            ExtensionOption.valued("nfmask", NF_MASK).excluding(1 << MASK),
            ExtensionOption.valued("mask", MASK).excluding((1 << CT_MASK) | (1 << NF_MASK)));

    private static final class Reading implements Extension.Reading<Target> {
        private static final int MAX_SHIFT = 32;

        private Action action;
        private int value;
        private int connectionMask = ALL_BITS;
        private int packetMask = ALL_BITS;
        private int shift;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case SET_XMARK, SET_MARK -> {
                    MaskedMark mark = MaskedMark.parse(
                            "CONNMARK", EXTENSION.options().get(id).name(), argument);
                    set(mark.value(), id == SET_XMARK ? mark.mask() : mark.value() | mark.mask());
                }
                case AND_MARK -> set(0, ~number(id, argument));
                case OR_MARK -> set(number(id, argument), number(id, argument));
                case XOR_MARK -> set(number(id, argument), 0);
                case SAVE_MARK -> action = Action.SAVE;
                case RESTORE_MARK -> action = Action.RESTORE;
                case LEFT_SHIFT -> shift = shift(id, argument);
                case RIGHT_SHIFT -> shift = -shift(id, argument);
                case CT_MASK -> connectionMask = number(id, argument);
                case NF_MASK -> packetMask = number(id, argument);
                default -> {
                    connectionMask = number(id, argument);
                    packetMask = connectionMask;
                }
            }
        }

        private void set(int newValue, int mask) {
            action = Action.SET;
            value = newValue;
            connectionMask = mask;
        }

        private static int number(int id, String argument) {
            return (int)
                    OptionNumber.parse("CONNMARK", EXTENSION.options().get(id).name(), argument, 0, MaskedMark.MAX);
        }

        private static int shift(int id, String argument) {
            return (int)
                    OptionNumber.parse("CONNMARK", EXTENSION.options().get(id).name(), argument, 0, MAX_SHIFT);
        }

        @Override
        public Target finish(RuleHead head) {
            if (action == null) {
                throw Refusal.parameter("CONNMARK target: No operation specified");
            }
            return new ConnectionMarkTarget(action, value, connectionMask, packetMask, shift);
        }
    }

    @Override
    public String name() {
        return "CONNMARK";
    }

    @Override
    public Verdict apply(Packet packet) {
        Connection connection = (Connection) packet.frame().connection();
        if (connection == null) {
            return Verdict.CONTINUE;
        }
        int mark = packet.frame().mark();
        switch (action) {
            case SET -> connection.setMark(shifted((connection.mark() & ~connectionMask) ^ value));
            case SAVE -> connection.setMark((connection.mark() & ~connectionMask) ^ shifted(mark & packetMask));
            case RESTORE -> packet.frame().setMark((mark & ~packetMask) ^ shifted(connection.mark() & connectionMask));
        }
        return Verdict.CONTINUE;
    }

    private int shifted(int bits) {
        return shift >= 0 ? bits << shift : bits >>> -shift;
    }

    @Override
    public void save(StringBuilder out) {
        if (action == Action.SET) {
            out.append(" --set-xmark ").append(hex(value)).append('/').append(hex(connectionMask));
        } else {
            out.append(action == Action.SAVE ? " --save-mark" : " --restore-mark");
            out.append(" --nfmask ")
                    .append(hex(packetMask))
                    .append(" --ctmask ")
                    .append(hex(connectionMask));
        }
        appendShift(out, " --");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" CONNMARK ");
        switch (action) {
            case SET -> out.append(new MaskedMark(value, connectionMask).operation());
            case SAVE -> {
                out.append("save");
                appendMasks(out, " nfmask " + hex(packetMask) + " ctmask ~" + hex(connectionMask));
            }
            case RESTORE -> {
                out.append("restore");
                appendMasks(out, " ctmask " + hex(connectionMask) + " nfmask ~" + hex(packetMask));
            }
        }
        appendShift(out, " ");
    }

    private void appendMasks(StringBuilder out, String both) {
        if (packetMask != connectionMask) {
            out.append(both);
        } else if (packetMask != ALL_BITS) {
            out.append(" mask ").append(hex(packetMask));
        }
    }

    private void appendShift(StringBuilder out, String before) {
        if (shift != 0) {
            out.append(before)
                    .append(shift > 0 ? "left" : "right")
                    .append("-shift-mark ")
                    .append(Math.abs(shift));
        }
    }

    private static String hex(int bits) {
        return MaskedMark.hex(bits);
    }

    @Override
    public boolean needsTracking() {
        return true;
    }

    /** The kernel has no shift by all 32 bits. */
    @Override
    public boolean allowedIn(TableKind table) {
        return Math.abs(shift) < Integer.SIZE;
    }
}
