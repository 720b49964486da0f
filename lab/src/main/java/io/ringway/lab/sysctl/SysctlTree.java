package io.ringway.lab.sysctl;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.setting.InterfaceSettings;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import io.ringway.nat.conntrack.Connections;
import io.ringway.nat.conntrack.SettingBounds;

/** Finds the files of one namespace: {@code net/ipv4/ip_forward} and the like. */
public final class SysctlTree {
    private static final String CONNTRACK = "net/netfilter/";
    private static final String CONNTRACK_MAX_BY_ITS_OLD_NAME = "net/nf_conntrack_max";
    private static final int PARTS_OF_INTERFACE = 5;
    private static final int MAX_TTL = 255;

    private final Namespace namespace;
    private final Ipv4Stack stack;

    public SysctlTree(Namespace namespace) {
        this.namespace = namespace;
        stack = namespace.stack();
    }

    /** Null when the model has no such file. */
    public SysctlEntry find(String path) {
        SysctlEntry entry = switch (path) {
            case "net/ipv4/ip_forward" -> forwarding();
            case "net/bridge/bridge-nf-call-iptables" ->
                NumberEntry.anyInt(
                        () -> stack.bridgedPackets().callsIptables() ? 1 : 0,
                        value -> stack.bridgedPackets().setCallsIptables(value != 0));
            case "net/bridge/bridge-nf-filter-vlan-tagged" ->
                NumberEntry.anyInt(
                        () -> stack.bridgedPackets().looksBehindTags() ? 1 : 0,
                        value -> stack.bridgedPackets().setLooksBehindTags(value != 0));
            case "net/ipv4/ip_default_ttl" ->
                new NumberEntry(
                        1,
                        MAX_TTL,
                        stack.settings()::defaultTtl,
                        value -> stack.settings().setDefaultTtl((int) value));
            case "net/ipv4/icmp_ratelimit" ->
                new NumberEntry(
                        0,
                        Integer.MAX_VALUE,
                        stack.settings()::icmpRatelimitMs,
                        value -> stack.settings().setIcmpRatelimitMs((int) value));
            case "net/ipv4/fib_multipath_hash_policy" ->
                new NumberEntry(
                        0,
                        1,
                        stack.routing().multipath()::policy,
                        value -> stack.routing().multipath().setPolicy((int) value));
            case "net/ipv4/fib_multipath_hash_seed" ->
                new NumberEntry(
                        0,
                        0xffff_ffffL,
                        () -> Integer.toUnsignedLong(stack.routing().multipath().seed()),
                        value -> stack.routing().multipath().setSeed((int) value));
            case "net/ipv4/icmp_ratemask" ->
                NumberEntry.anyInt(
                        stack.settings()::icmpRatemask,
                        value -> stack.settings().setIcmpRatemask((int) value));
            case CONNTRACK_MAX_BY_ITS_OLD_NAME -> namespace.isFirst() ? conntrack("nf_conntrack_max") : null;
            default -> path.startsWith(CONNTRACK) ? conntrack(path.substring(CONNTRACK.length())) : ofInterface(path);
        };
        if (entry == null) {
            entry = Ipv4Entries.find(stack, path);
        }
        return entry != null ? entry : InertSettings.find(namespace, path);
    }

    private SysctlEntry forwarding() {
        return NumberEntry.anyInt(
                () -> stack.settings().all().get(Setting.FORWARDING),
                value -> stack.settings().setForwarding((int) value));
    }

    private SysctlEntry conntrack(String name) {
        Connections connections = stack.netfilter().connections();
        SettingBounds bounds = connections.bounds(name);
        if (bounds == null) {
            return null;
        }
        if (!bounds.writable() || (bounds.ofMachine() && !namespace.isFirst())) {
            return new ShownEntry(() -> connections.sysctl(name));
        }
        return new NumberEntry(
                bounds.min(),
                bounds.max(),
                () -> connections.sysctl(name),
                value -> connections.setSysctl(name, value));
    }

    private SysctlEntry ofInterface(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length != PARTS_OF_INTERFACE || !path.startsWith("net/ipv4/")) {
            return null;
        }
        for (Setting setting : Setting.values()) {
            if (setting.family().equals(parts[2]) && setting.sysctl().equals(parts[4])) {
                return setting(parts[3], setting);
            }
        }
        Device device = namespace.device(parts[3]);
        return device == null || !parts[2].equals("neigh")
                ? null
                : NeighbourUnits.find(stack.settings().of(device), parts[4]);
    }

    /** {@code neigh/default} stands in the machine's first namespace only, which a lab is not. */
    private SysctlEntry setting(String scope, Setting setting) {
        boolean neighbour = setting.family().equals("neigh");
        if (scope.equals("all") && setting == Setting.FORWARDING) {
            return forwarding();
        }
        if (scope.equals("default") && !neighbour) {
            return NumberEntry.anyInt(
                    () -> stack.settings().defaults().get(setting),
                    value -> stack.settings().setDefault(setting, (int) value));
        }
        Device device = namespace.device(scope);
        InterfaceSettings settings = device == null ? null : stack.settings().of(device);
        if (scope.equals("all") && !neighbour) {
            settings = stack.settings().all();
        }
        if (settings == null) {
            return null;
        }
        InterfaceSettings chosen = settings;
        long min = neighbour ? 0 : Integer.MIN_VALUE;
        return new NumberEntry(
                min,
                NeighbourUnits.largest(setting),
                () -> NeighbourUnits.shown(setting, chosen.get(setting)),
                value -> chosen.set(setting, NeighbourUnits.kept(setting, value)));
    }
}
