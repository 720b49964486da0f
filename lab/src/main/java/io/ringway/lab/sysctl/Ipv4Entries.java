package io.ringway.lab.sysctl;

import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.ipv4.Reassembly;
import io.ringway.engine.setting.IcmpSettings;
import io.ringway.engine.setting.PathSettings;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The switches of ICMP and the limits of reassembly below {@code net/ipv4}. */
final class Ipv4Entries {
    private static final int MAX_BYTE = 255;
    private static final int SMALLEST_MTU = 68;

    private Ipv4Entries() {}

    /** Null when it is none of them. */
    static SysctlEntry find(Ipv4Stack stack, String path) {
        IcmpSettings icmp = stack.settings().icmp();
        PathSettings paths = stack.settings().path();
        Reassembly fragments = stack.reassembly();
        return switch (path) {
            case "net/ipv4/icmp_echo_ignore_all" -> flag(icmp::ignoresAllEchos, icmp::setIgnoresAllEchos);
            case "net/ipv4/icmp_echo_ignore_broadcasts" ->
                flag(icmp::ignoresBroadcastEchos, icmp::setIgnoresBroadcastEchos);
            case "net/ipv4/icmp_ignore_bogus_error_responses" ->
                flag(icmp::ignoresBogusErrors, icmp::setIgnoresBogusErrors);
            case "net/ipv4/icmp_errors_use_inbound_ifaddr" ->
                flag(icmp::usesInboundAddress, icmp::setUsesInboundAddress);
            case "net/ipv4/igmp_qrv" ->
                new NumberEntry(
                        1,
                        Integer.MAX_VALUE,
                        stack.settings().igmp()::robustness,
                        value -> stack.settings().igmp().setRobustness((int) value));
            case "net/ipv4/igmp_max_memberships" ->
                NumberEntry.anyInt(
                        stack.settings().igmp()::maxMemberships,
                        value -> stack.settings().igmp().setMaxMemberships((int) value));
            case "net/ipv4/ipfrag_time" ->
                number(fragments.timeSeconds(), value -> fragments.setTimeSeconds(value.intValue()));
            case "net/ipv4/ipfrag_max_dist" ->
                number(fragments.maxDist(), value -> fragments.setMaxDist(value.intValue()));
            case "net/ipv4/ipfrag_high_thresh" ->
                number(fragments.highThreshBytes(), value -> fragments.setHighThreshBytes(value.intValue()));
            case "net/ipv4/ip_forward_use_pmtu" ->
                new NumberEntry(
                        0,
                        MAX_BYTE,
                        () -> paths.forwardsByPathMtu() ? 1 : 0,
                        value -> paths.setForwardsByPathMtu(value != 0));
            case "net/ipv4/ip_no_pmtu_disc" ->
                new NumberEntry(0, MAX_BYTE, paths::noDiscovery, value -> paths.setNoDiscovery((int) value));
            case "net/ipv4/route/min_pmtu" ->
                new NumberEntry(SMALLEST_MTU, Integer.MAX_VALUE, paths::minMtu, value -> paths.setMinMtu((int) value));
            case "net/ipv4/route/mtu_expires" ->
                number(paths.expiresSeconds(), value -> paths.setExpiresSeconds(value.intValue()));
            default -> null;
        };
    }

    private static SysctlEntry flag(BooleanSupplier reader, Consumer<Boolean> writer) {
        return new NumberEntry(0, 1, () -> reader.getAsBoolean() ? 1 : 0, value -> writer.accept(value != 0));
    }

    private static SysctlEntry number(int now, Consumer<Long> writer) {
        return new NumberEntry(0, Integer.MAX_VALUE, () -> now, writer::accept);
    }
}
