package io.ringway.pcap;

/** The unit in which a pcap file counts below the second; virtual time is in nanoseconds. */
public enum TimestampPrecision {
    /** Read by every tool, however old; finer digits are cut off. */
    MICROSECONDS(PcapFormat.MICROSECOND_MAGIC, 1000),
    NANOSECONDS(PcapFormat.NANOSECOND_MAGIC, 1);

    final int magic;
    final int unitNs;

    TimestampPrecision(int magic, int unitNs) {
        this.magic = magic;
        this.unitNs = unitNs;
    }
}
