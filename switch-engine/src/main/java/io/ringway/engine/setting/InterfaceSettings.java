package io.ringway.engine.setting;

import java.util.Arrays;

/** {@code net.ipv4.conf.IF.*} and {@code net.ipv4.neigh.IF.*} of one interface, or of {@code all} and {@code default}. */
public final class InterfaceSettings {
    /** The settings that are modelled, with the kernel's defaults ({@code devinet.c:ipv4_devconf_dflt}, {@code arp.c}). */
    public enum Setting {
        FORWARDING("conf", "forwarding", 0),
        RP_FILTER("conf", "rp_filter", 0),
        ACCEPT_LOCAL("conf", "accept_local", 0),
        ROUTE_LOCALNET("conf", "route_localnet", 0),
        ACCEPT_SOURCE_ROUTE("conf", "accept_source_route", 1),
        SEND_REDIRECTS("conf", "send_redirects", 1),
        ACCEPT_REDIRECTS("conf", "accept_redirects", 1),
        SECURE_REDIRECTS("conf", "secure_redirects", 1),
        SHARED_MEDIA("conf", "shared_media", 1),
        BC_FORWARDING("conf", "bc_forwarding", 0),
        SRC_VALID_MARK("conf", "src_valid_mark", 0),
        PROMOTE_SECONDARIES("conf", "promote_secondaries", 0),
        IGNORE_ROUTES_WITH_LINKDOWN("conf", "ignore_routes_with_linkdown", 0),
        ARP_IGNORE("conf", "arp_ignore", 0),
        ARP_ANNOUNCE("conf", "arp_announce", 0),
        ARP_FILTER("conf", "arp_filter", 0),
        ARP_ACCEPT("conf", "arp_accept", 0),
        ARP_NOTIFY("conf", "arp_notify", 0),
        ARP_EVICT_NOCARRIER("conf", "arp_evict_nocarrier", 1),
        PROXY_ARP("conf", "proxy_arp", 0),
        PROXY_ARP_PVLAN("conf", "proxy_arp_pvlan", 0),
        DROP_GRATUITOUS_ARP("conf", "drop_gratuitous_arp", 0),
        FORCE_IGMP_VERSION("conf", "force_igmp_version", 0),
        IGMPV2_UNSOLICITED_REPORT_INTERVAL("conf", "igmpv2_unsolicited_report_interval", 10_000),
        IGMPV3_UNSOLICITED_REPORT_INTERVAL("conf", "igmpv3_unsolicited_report_interval", 1000),
        BASE_REACHABLE_TIME_MS("neigh", "base_reachable_time_ms", 30_000),
        RETRANS_TIME_MS("neigh", "retrans_time_ms", 1000),
        DELAY_FIRST_PROBE_TIME("neigh", "delay_first_probe_time", 5),
        UCAST_SOLICIT("neigh", "ucast_solicit", 3),
        MCAST_SOLICIT("neigh", "mcast_solicit", 3),
        MCAST_RESOLICIT("neigh", "mcast_resolicit", 0),
        APP_SOLICIT("neigh", "app_solicit", 0),
        PROXY_DELAY("neigh", "proxy_delay", 80),
        PROXY_QLEN("neigh", "proxy_qlen", 64),
        UNRES_QLEN_BYTES("neigh", "unres_qlen_bytes", 212_992),
        LOCKTIME("neigh", "locktime", 100);

        private final String family;
        private final String sysctl;
        private final int initial;

        Setting(String family, String sysctl, int initial) {
            this.family = family;
            this.sysctl = sysctl;
            this.initial = initial;
        }

        /** "conf" or "neigh": the folder under {@code net.ipv4}. */
        public String family() {
            return family;
        }

        /** The last part of the sysctl's name. */
        public String sysctl() {
            return sysctl;
        }
    }

    private static final Setting[] SETTINGS = Setting.values();
    private final int[] values = new int[SETTINGS.length];
    private final boolean[] chosen = new boolean[SETTINGS.length];

    private final StackSettings owner;

    InterfaceSettings(StackSettings owner) {
        this.owner = owner;
        for (Setting setting : SETTINGS) {
            values[setting.ordinal()] = setting.initial;
        }
    }

    /** A new interface starts with what {@code default} holds. */
    InterfaceSettings(InterfaceSettings defaults) {
        owner = defaults.owner;
        System.arraycopy(defaults.values, 0, values, 0, values.length);
        System.arraycopy(defaults.chosen, 0, chosen, 0, chosen.length);
    }

    public int get(Setting setting) {
        return values[setting.ordinal()];
    }

    public void set(Setting setting, int value) {
        values[setting.ordinal()] = value;
        chosen[setting.ordinal()] = true;
        if (setting == Setting.IGNORE_ROUTES_WITH_LINKDOWN && value != 0) {
            owner.noteLinkdownMatters();
        }
    }

    /** {@code default} changed: so does an interface whose own value nobody set ({@code devinet_copy_dflt_conf()}). */
    void follow(Setting setting, int value) {
        if (!chosen[setting.ordinal()]) {
            values[setting.ordinal()] = value;
        }
    }

    /** From its first address on, an interface no longer follows {@code default} ({@code ipv4_devconf_setall()}). */
    public void settle() {
        Arrays.fill(chosen, true);
    }

    public boolean isOn(Setting setting) {
        return values[setting.ordinal()] != 0;
    }
}
