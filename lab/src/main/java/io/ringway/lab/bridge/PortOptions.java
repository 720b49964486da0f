package io.ringway.lab.bridge;

import io.ringway.engine.device.BridgePort;
import io.ringway.engine.device.PortFlag;
import io.ringway.engine.device.PortState;
import io.ringway.lab.LabException;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.ip.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The options of a bridge port, as {@code bridge link set} and {@code ip link set … type bridge_slave} take them
 * ({@code br_netlink.c:br_setport()}). They are done in the order of the words.
 */
public final class PortOptions {
    private static final int HIGHEST_PRIORITY = 63;
    private static final int HIGHEST_COST = 65_535;
    private static final int RESTRICTED_GROUPS = 7;

    private static final Map<String, PortFlag> FLAGS = Map.ofEntries(
            Map.entry("hairpin", PortFlag.HAIRPIN),
            Map.entry("guard", PortFlag.GUARD),
            Map.entry("root_block", PortFlag.ROOT_BLOCK),
            Map.entry("fastleave", PortFlag.FASTLEAVE),
            Map.entry("learning", PortFlag.LEARNING),
            Map.entry("flood", PortFlag.FLOOD),
            Map.entry("mcast_flood", PortFlag.MCAST_FLOOD),
            Map.entry("bcast_flood", PortFlag.BCAST_FLOOD),
            Map.entry("mcast_to_unicast", PortFlag.MCAST_TO_UNICAST),
            Map.entry("isolated", PortFlag.ISOLATED),
            Map.entry("locked", PortFlag.LOCKED));

    /** Understood, and modelled only while they are off. */
    private static final Set<String> OFF = Set.of("neigh_suppress", "vlan_tunnel", "proxy_arp", "proxy_arp_wifi");

    private final boolean slave;
    private final List<Consumer<BridgePort>> changes = new ArrayList<>();

    private PortOptions(boolean slave) {
        this.slave = slave;
    }

    static PortOptions none() {
        return new PortOptions(false);
    }

    /** Takes the options of {@code type bridge_slave} up to the end. */
    public static PortOptions read(Arguments args) {
        PortOptions options = new PortOptions(true);
        while (args.hasNext()) {
            if (!options.take(args, args.next())) {
                throw args.refuse(1, "bridge_slave: unknown option \"" + args.last() + "\"?");
            }
        }
        return options;
    }

    /** Takes one option with its value; false when the word is none. */
    boolean take(Arguments args, String option) {
        String name = slave && option.equals("mcast_fast_leave") ? "fastleave" : option;
        PortFlag flag = FLAGS.get(name);
        if (flag != null) {
            boolean on = onOff(args, option);
            changes.add(port -> port.set(flag, on));
            return true;
        }
        if (OFF.contains(name) && (slave || !name.startsWith("proxy"))) {
            if (onOff(args, option)) {
                throw args.notModelled("port option " + option + " on");
            }
            return true;
        }
        return takeNumber(args, option);
    }

    private boolean takeNumber(Arguments args, String option) {
        switch (option) {
            case "state" -> takeState(args);
            case "priority" -> {
                int priority = number(args, HIGHEST_PRIORITY, "invalid priority");
                changes.add(port -> port.setPriority(priority));
            }
            case "cost" -> {
                int cost = number(args, HIGHEST_COST, "invalid cost");
                if (cost == 0 && slave) {
                    throw Words.answers(args, "Numerical result out of range");
                }
                if (cost != 0) {
                    changes.add(port -> port.setCost(cost));
                }
            }
            case "mcast_router" -> {
                int mode = number(args, 3, "invalid mcast_router");
                changes.add(port -> port.setMulticastRouter(mode));
            }
            case "group_fwd_mask" -> {
                if (!slave) {
                    return false;
                }
                int mask = number(args, 0xffff, "invalid group_fwd_mask");
                if ((mask & RESTRICTED_GROUPS) != 0) {
                    throw Words.answers(args, "Invalid argument");
                }
                changes.add(port -> port.setGroupForwardMask(mask));
            }
            case "fdb_flush" -> changes.add(port -> port.bridge().fdb().forget(port, false));
            default -> {
                return false;
            }
        }
        return slave || !option.equals("fdb_flush");
    }

    private void takeState(Arguments args) {
        String word = Words.value(args);
        Long number = Words.number(word);
        PortState[] states = PortState.values();
        if (number == null && !slave) {
            for (PortState state : states) {
                if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
                    number = (long) state.ordinal();
                }
            }
        }
        if (number == null) {
            throw slave ? Words.wrong(args, "invalid state") : args.refuse(255, "Error: invalid STP port state");
        }
        if (number < 0 || number >= states.length) {
            throw refused(args, "Invalid argument");
        }
        PortState state = states[number.intValue()];
        changes.add(port -> {
            if (!port.setState(state)) {
                throw refused(args, "Network is down");
            }
        });
    }

    private LabException refused(Arguments args, String errno) {
        return args.refuse(slave ? 2 : 255, "RTNETLINK answers: " + errno);
    }

    private int number(Arguments args, int highest, String why) {
        Long value = Words.number(Words.value(args));
        if (value == null) {
            throw Words.wrong(args, why);
        }
        if (value < 0 || value > highest) {
            throw refused(args, "Numerical result out of range");
        }
        return value.intValue();
    }

    static boolean onOff(Arguments args, String option) {
        return switch (Words.value(args)) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw args.refuse(
                        234,
                        "Error: argument of \"" + option + "\" must be one of \"off\", \"on\", not \"" + args.last()
                                + "\"");
        };
    }

    public void apply(BridgePort port) {
        changes.forEach(change -> change.accept(port));
    }
}
