package io.ringway.lab.ip;

import io.ringway.engine.device.Bridge;
import io.ringway.lab.command.Arguments;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options behind {@code type bridge}: the ageing time, and those that change nothing in a bridge without STP, VLANs
 * and multicast groups, at the values at which they don't ({@code iplink_bridge.c:bridge_parse_opt()}).
 */
final class BridgeOptions {
    private static final long CENTISECOND_NS = 10_000_000;

    /** Whatever the value. */
    private static final long ANY = -1;

    private static final Map<String, Long> HONOURED = new TreeMap<>(Map.of(
            "forward_delay",
            ANY,
            "hello_time",
            ANY,
            "max_age",
            ANY,
            "priority",
            ANY,
            "stp_state",
            0L,
            "group_fwd_mask",
            0L,
            "vlan_filtering",
            0L,
            "mcast_snooping",
            ANY,
            "mcast_querier",
            0L,
            "nf_call_iptables",
            0L));

    private final Arguments args;
    private Long ageingCentiseconds;
    private String refused;

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
        boolean ageing = option.equals("ageing_time");
        if (!ageing && !HONOURED.containsKey(option)) {
            if (option.matches("(mcast|vlan|nf|fdb|group|no)_.*")) {
                throw args.notModelled("bridge option " + option);
            }
            throw args.refuse(1, "bridge: unknown command \"" + option + "\"?");
        }
        Long value = Words.number(Words.value(args));
        if (value == null || value < 0 || value > 0xffff_ffffL) {
            throw Words.wrong(args, "invalid " + option);
        }
        if (ageing) {
            ageingCentiseconds = value;
        } else if (HONOURED.get(option) != ANY && !HONOURED.get(option).equals(value)) {
            refused = option + " " + value;
        }
    }

    /** Refuses values of options that are understood and not modelled. */
    void check() {
        if (refused != null) {
            throw args.notModelled("bridge option " + refused);
        }
    }

    void apply(Bridge bridge) {
        if (ageingCentiseconds != null) {
            bridge.fdb().setAgeingNs(ageingCentiseconds * CENTISECOND_NS);
        }
    }
}
