package io.ringway.engine.ipv4;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one namespace counts of its packets ({@code struct netns_mib}): a number for each {@link SnmpCounter} and one for
 * each ICMP type, received and sent ({@code snmp_proc_icmp}).
 */
public final class SnmpCounters {
    private static final String[] ICMP_NAMES = {
        "DestUnreachs",
        "TimeExcds",
        "ParmProbs",
        "SrcQuenchs",
        "Redirects",
        "Echos",
        "EchoReps",
        "Timestamps",
        "TimestampReps",
        "AddrMasks",
        "AddrMaskReps"
    };
    private static final int[] ICMP_TYPES = {3, 11, 12, 4, 5, 8, 0, 13, 14, 17, 18};
    private static final String BY_TYPE = "IcmpMsg(In|Out)Type\\d+";
    private static final SnmpCounter[] COUNTERS = SnmpCounter.values();
    private static final Set<String> NAMES = new SnmpCounters().list().keySet();

    private final long[] values = new long[COUNTERS.length];
    private final long[] icmpIn = new long[256];
    private final long[] icmpOut = new long[256];

    void count(SnmpCounter counter) {
        values[counter.ordinal()]++;
    }

    /** Counts a packet and its bytes, the IPv4 header included ({@code IP_UPD_PO_STATS()}). */
    void count(SnmpCounter packets, SnmpCounter octets, int bytes) {
        values[packets.ordinal()]++;
        values[octets.ordinal()] += bytes;
    }

    /** Counts a received packet by the two low bits of its TOS (RFC 3168 §5). */
    void countEcn(int tos) {
        values[SnmpCounter.IP_EXT_IN_NO_ECT_PKTS.ordinal() + (tos & 3)]++;
    }

    void icmpReceived(int type) {
        icmpIn[type]++;
    }

    /** {@code icmp.c:icmp_out_count()}. */
    void icmpSent(int type) {
        values[SnmpCounter.ICMP_OUT_MSGS.ordinal()]++;
        icmpOut[type]++;
    }

    public long get(SnmpCounter counter) {
        return values[counter.ordinal()];
    }

    /** All of them by name, in the order of {@code nstat -asz}; {@code IcmpMsg…} only of types that were met. */
    public Map<String, Long> list() {
        Map<String, Long> list = new LinkedHashMap<>();
        for (SnmpCounter counter : COUNTERS) {
            list.put(counter.listedName(), values[counter.ordinal()]);
            if (counter == SnmpCounter.ICMP_IN_CSUM_ERRORS) {
                listNamed(list, "IcmpIn", icmpIn);
            } else if (counter == SnmpCounter.ICMP_OUT_RATE_LIMIT_HOST) {
                listNamed(list, "IcmpOut", icmpOut);
                listTypes(list, "IcmpMsgInType", icmpIn);
                listTypes(list, "IcmpMsgOutType", icmpOut);
            }
        }
        return list;
    }

    private static void listNamed(Map<String, Long> list, String prefix, long[] byType) {
        for (int i = 0; i < ICMP_NAMES.length; i++) {
            list.put(prefix + ICMP_NAMES[i], byType[ICMP_TYPES[i]]);
        }
    }

    private static void listTypes(Map<String, Long> list, String prefix, long[] byType) {
        for (int type = 0; type < byType.length; type++) {
            if (byType[type] != 0) {
                list.put(prefix + type, byType[type]);
            }
        }
    }

    /** Whether the model moves the counter of that name. */
    public static boolean isModelled(String name) {
        return NAMES.contains(name) || name.matches(BY_TYPE);
    }
}
