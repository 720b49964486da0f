package io.ringway.engine.ipv4;

/** Who reassembles; each has queues of its own ({@code include/net/ip.h:enum ip_defrag_users}). */
enum FragmentUser {
    /** {@code ip_input.c:ip_local_deliver()}. */
    LOCAL_DELIVER,
    /** Conntrack, before the raw table of PREROUTING ({@code nf_defrag_ipv4.c:ipv4_conntrack_defrag()}). */
    CONNTRACK_IN,
    /** Conntrack, before the raw table of OUTPUT. */
    CONNTRACK_OUT,
    /** Conntrack, of what a bridge has its host's rules see ({@code br_netfilter_hooks.c:br_nf_pre_routing()}). */
    CONNTRACK_BRIDGE_IN,
    /** Macvlans, of what comes to their lower device for a group ({@code macvlan.c:macvlan_handle_frame()}). */
    MACVLAN
}
