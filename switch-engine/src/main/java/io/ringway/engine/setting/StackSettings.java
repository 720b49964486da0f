package io.ringway.engine.setting;

import io.ringway.engine.device.Device;
import io.ringway.engine.setting.InterfaceSettings.Setting;

/**
 * The sysctls of one namespace below {@code net.ipv4}: those of {@code all}, {@code default} and each interface, and the
 * few without an interface. How {@code all} and an interface's own combine is that of {@code inetdevice.h}.
 */
public final class StackSettings {
    private final InterfaceTable interfaces;
    private final InterfaceSettings all = new InterfaceSettings(this);
    private final InterfaceSettings defaults = new InterfaceSettings(this);
    private boolean linkdownMatters;
    private final IcmpSettings icmp = new IcmpSettings();
    private final PathSettings path = new PathSettings();
    private final IgmpSettings igmp = new IgmpSettings();
    private int defaultTtl = 64;
    private int icmpRatelimitMs = 1000;
    private int icmpRatemask = 0x1818;

    public StackSettings(InterfaceTable interfaces) {
        this.interfaces = interfaces;
        all.set(Setting.ACCEPT_SOURCE_ROUTE, 0);
    }

    /** What a new interface starts with. */
    public InterfaceSettings ofNewInterface() {
        return new InterfaceSettings(defaults);
    }

    /** The settings of an interface of this namespace. */
    public InterfaceSettings of(Device device) {
        return interfaces.get(device.ifindex()).settings();
    }

    /** The settings called {@code all}. */
    public InterfaceSettings all() {
        return all;
    }

    /** The settings called {@code default}. */
    public InterfaceSettings defaults() {
        return defaults;
    }

    /**
     * Writes {@code net.ipv4.ip_forward}: {@code all}, {@code default} and each interface ({@code inet_forward_change()}),
     * unless it has that value already.
     */
    public void setForwarding(int value) {
        if (all.get(Setting.FORWARDING) == value) {
            return;
        }
        all.set(Setting.FORWARDING, value);
        all.set(Setting.ACCEPT_REDIRECTS, value == 0 ? 1 : 0);
        defaults.set(Setting.FORWARDING, value);
        interfaces.all().forEach(each -> each.settings().set(Setting.FORWARDING, value));
    }

    /** Writes a setting of {@code default}, which interfaces follow that nobody set it for. */
    public void setDefault(Setting setting, int value) {
        defaults.set(setting, value);
        if (setting != Setting.FORWARDING) {
            interfaces.all().forEach(each -> each.settings().follow(setting, value));
        }
    }

    public boolean forwards(Device in) {
        return of(in).isOn(Setting.FORWARDING);
    }

    public boolean routesLocalnet(Device in) {
        return either(in, Setting.ROUTE_LOCALNET);
    }

    public boolean forwardsBroadcasts(Device in) {
        return all.isOn(Setting.BC_FORWARDING) && of(in).isOn(Setting.BC_FORWARDING);
    }

    public boolean checksSourceByMark(Device in) {
        return either(in, Setting.SRC_VALID_MARK);
    }

    public boolean promotesSecondaries(Device device) {
        return either(device, Setting.PROMOTE_SECONDARIES);
    }

    void noteLinkdownMatters() {
        linkdownMatters = true;
    }

    /** Whether any interface might ignore its routes while it has no carrier. */
    public boolean ignoresLinkdown() {
        return linkdownMatters;
    }

    public boolean ignoresLinkdown(Device device) {
        return either(device, Setting.IGNORE_ROUTES_WITH_LINKDOWN);
    }

    public boolean sharesMedia(Device device) {
        return either(device, Setting.SHARED_MEDIA);
    }

    /** A router takes them only where everybody wants it ({@code IN_DEV_RX_REDIRECTS()}). */
    public boolean acceptsRedirects(Device in) {
        return forwards(in)
                ? all.isOn(Setting.ACCEPT_REDIRECTS) && of(in).isOn(Setting.ACCEPT_REDIRECTS)
                : either(in, Setting.ACCEPT_REDIRECTS);
    }

    public boolean acceptsSecureRedirects(Device in) {
        return either(in, Setting.SECURE_REDIRECTS);
    }

    public boolean sendsRedirects(Device device) {
        return either(device, Setting.SEND_REDIRECTS);
    }

    public boolean acceptsLocal(Device in) {
        return either(in, Setting.ACCEPT_LOCAL);
    }

    /** 0 off, 1 strict, 2 loose: the larger of {@code all} and the interface's own. */
    public int reversePathMode(Device in) {
        return Math.max(all.get(Setting.RP_FILTER), of(in).get(Setting.RP_FILTER));
    }

    public boolean proxiesArp(Device in) {
        return either(in, Setting.PROXY_ARP);
    }

    /** Whether a host answers for others on the link that asks ({@code arp.c:arp_fwd_pvlan()}, RFC 3069). */
    public boolean proxiesArpOnOneLink(Device in) {
        return either(in, Setting.PROXY_ARP_PVLAN);
    }

    /** Whether neighbours are forgotten when the carrier goes. */
    public boolean evictsNeighbours(Device device) {
        return all.isOn(Setting.ARP_EVICT_NOCARRIER) && of(device).isOn(Setting.ARP_EVICT_NOCARRIER);
    }

    private boolean either(Device device, Setting setting) {
        return all.isOn(setting) || of(device).isOn(setting);
    }

    /** The switches of ICMP. */
    public IcmpSettings icmp() {
        return icmp;
    }

    /** How groups are told of. */
    public IgmpSettings igmp() {
        return igmp;
    }

    /** What is made of path MTUs. */
    public PathSettings path() {
        return path;
    }

    /** {@code net.ipv4.ip_default_ttl}. */
    public int defaultTtl() {
        return defaultTtl;
    }

    public void setDefaultTtl(int ttl) {
        defaultTtl = ttl;
    }

    /** {@code net.ipv4.icmp_ratelimit}. */
    public int icmpRatelimitMs() {
        return icmpRatelimitMs;
    }

    public void setIcmpRatelimitMs(int ratelimitMs) {
        icmpRatelimitMs = ratelimitMs;
    }

    /** {@code net.ipv4.icmp_ratemask}: a bit for each ICMP type that is limited. */
    public int icmpRatemask() {
        return icmpRatemask;
    }

    public void setIcmpRatemask(int ratemask) {
        icmpRatemask = ratemask;
    }
}
