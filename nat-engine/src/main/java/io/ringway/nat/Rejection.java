package io.ringway.nat;

/** How a rule has the sender of a packet told that it was dropped ({@code enum ipt_reject_with}), in the tool's order. */
public enum Rejection {
    NET_UNREACHABLE("icmp-net-unreachable", "net-unreach", 0),
    HOST_UNREACHABLE("icmp-host-unreachable", "host-unreach", 1),
    PROTOCOL_UNREACHABLE("icmp-proto-unreachable", "proto-unreach", 2),
    PORT_UNREACHABLE("icmp-port-unreachable", "port-unreach", 3),
    NET_PROHIBITED("icmp-net-prohibited", "net-prohib", 9),
    HOST_PROHIBITED("icmp-host-prohibited", "host-prohib", 10),
    TCP_RESET("tcp-reset", "tcp-rst", -1),
    ADMIN_PROHIBITED("icmp-admin-prohibited", "admin-prohib", 13);

    private final String option;
    private final String shortOption;
    private final int code;

    Rejection(String option, String shortOption, int code) {
        this.option = option;
        this.shortOption = shortOption;
        this.code = code;
    }

    /** As {@code --reject-with} has it. */
    public String option() {
        return option;
    }

    /** The older word for the same. */
    public String shortOption() {
        return shortOption;
    }

    /** The code of ICMP destination unreachable (RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1); -1 for {@link #TCP_RESET}. */
    public int code() {
        return code;
    }
}
