package io.ringway.engine.setting;

/** {@code net.ipv4.icmp_*} of one namespace, with the kernel's defaults ({@code icmp.c:icmp_sk_init()}). */
public final class IcmpSettings {
    private boolean ignoresAllEchos;
    private boolean ignoresBroadcastEchos = true;
    private boolean ignoresBogusErrors = true;
    private boolean usesInboundAddress;

    IcmpSettings() {}

    /** {@code icmp_echo_ignore_all}. */
    public boolean ignoresAllEchos() {
        return ignoresAllEchos;
    }

    public void setIgnoresAllEchos(boolean ignores) {
        ignoresAllEchos = ignores;
    }

    /** {@code icmp_echo_ignore_broadcasts}, timestamp requests included. */
    public boolean ignoresBroadcastEchos() {
        return ignoresBroadcastEchos;
    }

    public void setIgnoresBroadcastEchos(boolean ignores) {
        ignoresBroadcastEchos = ignores;
    }

    /** {@code icmp_ignore_bogus_error_responses}: errors about what was sent to a broadcast address are no news. */
    public boolean ignoresBogusErrors() {
        return ignoresBogusErrors;
    }

    public void setIgnoresBogusErrors(boolean ignores) {
        ignoresBogusErrors = ignores;
    }

    /** {@code icmp_errors_use_inbound_ifaddr}: errors come from the interface that the packet came in by. */
    public boolean usesInboundAddress() {
        return usesInboundAddress;
    }

    public void setUsesInboundAddress(boolean uses) {
        usesInboundAddress = uses;
    }
}
