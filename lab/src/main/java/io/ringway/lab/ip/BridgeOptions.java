package io.ringway.lab.ip;

import io.ringway.engine.device.Bridge;
import io.ringway.lab.command.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The options behind {@code type bridge}: those that are modelled, and those that change nothing in a bridge without
 * STP, VLANs and a querier, at the values at which they don't ({@code iplink_bridge.c:bridge_parse_opt()}).
 */
final class BridgeOptions {
    private static final long CENTISECOND_NS = 10_000_000;

    /** Whatever the value. */
    private static final long ANY = -1;

    private static final int RESTRICTED_GROUPS = 7;

    private static final Set<String> MODELLED = Set.of(
            "ageing_time",
            "forward_delay",
            "hello_time",
            "max_age",
            "priority",
            "group_fwd_mask",
            "no_linklocal_learn",
            "mcast_snooping",
            "nf_call_iptables");

    private static final Map<String, Long> HONOURED =
            new TreeMap<>(Map.of("stp_state", 0L, "vlan_filtering", 0L, "mcast_querier", 0L));

    private final Arguments args;
    private final List<Consumer<Bridge>> changes = new ArrayList<>();
    private String refused;
    private String errno;

    private BridgeOptions(Arguments args) {
        this.args = args;
    }

    static BridgeOptions read(Arguments args) {
        BridgeOptions options = new BridgeOptions(args);
        while (args.hasNext()) {
            options.take(args.next());
        }
        return options;
    }

    private void take(String option) {
        if (option.equals("fdb_flush")) {
            changes.add(bridge -> bridge.fdb().flush(entry -> !entry.isStatic()));
            return;
        }
        if (!MODELLED.contains(option) && !HONOURED.containsKey(option)) {
            if (option.matches("(mcast|vlan|nf|fdb|group|no)_.*")) {
                throw args.notModelled("bridge option " + option);
            }
            throw args.refuse(1, "bridge: unknown command \"" + option + "\"?");
        }
        Long value = Words.number(Words.value(args));
        if (value == null || value < 0 || value > 0xffff_ffffL) {
            throw Words.wrong(args, "invalid " + option);
        }
        if (MODELLED.contains(option)) {
            set(option, value);
        } else if (HONOURED.get(option) != ANY && !HONOURED.get(option).equals(value)) {
            refused = option + " " + value;
        }
    }

    private void set(String option, long value) {
        switch (option) {
            case "ageing_time" -> changes.add(bridge -> bridge.fdb().setAgeingNs(value * CENTISECOND_NS));
            case "forward_delay" -> changes.add(bridge -> bridge.settings().forwardDelay = value);
            case "hello_time" -> {
                within(value, 100, 1000);
                changes.add(bridge -> bridge.settings().helloTime = value);
            }
            case "max_age" -> {
                within(value, 600, 4000);
                changes.add(bridge -> bridge.settings().maxAge = value);
            }
            case "priority" -> changes.add(bridge -> bridge.settings().priority = (int) value & 0xffff);
            case "group_fwd_mask" -> {
                if ((value & RESTRICTED_GROUPS) != 0) {
                    errno = "Invalid argument";
                }
                changes.add(bridge -> bridge.settings().groupForwardMask = (int) value & 0xffff);
            }
            case "no_linklocal_learn" -> changes.add(bridge -> bridge.settings().noLinkLocalLearn = value != 0);
            case "nf_call_iptables" -> changes.add(bridge -> bridge.settings().callsIptables = value != 0);
            default -> changes.add(bridge -> bridge.setSnooping(value != 0));
        }
    }

    private void within(long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            errno = "Numerical result out of range";
        }
    }

    /** Refuses values of options that are understood and not modelled. */
    void check() {
        if (refused != null) {
            throw args.notModelled("bridge option " + refused);
        }
        if (errno != null) {
            throw Words.answers(args, errno);
        }
    }

    void apply(Bridge bridge) {
        changes.forEach(change -> change.accept(bridge));
    }
}
