package io.ringway.nat.conntrack;

/**
 * Who reads what the ends of a connection tell each other, so as to know the connections that they will open next ({@code struct
 * nf_conntrack_helper}). A connection gets its helper from {@code -j CT --helper} before its first packet is tracked, or never.
 */
public enum Helper {
    FTP("ftp"),
    TFTP("tftp");

    /** How long a connection is expected by either ({@code ftp_exp_policy}, {@code tftp_exp_policy}). */
    static final long EXPECTATION_NS = 300 * Connection.SECOND_NS;

    private static final Helper[] ALL = values();

    private final String kernelName;

    Helper(String kernelName) {
        this.kernelName = kernelName;
    }

    /** As the kernel and {@code conntrack} call it. */
    public String kernelName() {
        return kernelName;
    }

    /** The helper of that name, null for one that is not modelled. */
    public static Helper named(String name) {
        for (Helper helper : ALL) {
            if (helper.kernelName.equals(name)) {
                return helper;
            }
        }
        return null;
    }

    static Helper of(int ordinal) {
        return ALL[ordinal];
    }
}
