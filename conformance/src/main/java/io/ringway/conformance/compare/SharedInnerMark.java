package io.ringway.conformance.compare;

import java.util.Arrays;

/**
 * A host took a tunnel's packet out of its copy of a flooded frame before the other copies were received. It writes the
 * outer congestion mark into the packet inside without a look at who shares the bytes
 * ({@code inet_ecn.h:INET_ECN_decapsulate()}), so that all see it written; the model's copies share nothing. Everything
 * else is the same.
 */
final class SharedInnerMark implements Explanation {
    private static final int MARK = 3;
    private static final int ECT_1 = 1;
    private static final int ECT_0 = 2;
    private static final int CE = 3;

    @Override
    public String name() {
        return "a congestion mark written where others see it";
    }

    @Override
    public String row() {
        return "a congestion mark inside a flooded tunnel packet";
    }

    @Override
    public boolean explainsFrame(String where, byte[] injected, Sighting kernel, Sighting model) {
        if (kernel == null || model == null || kernel.outgoing() != model.outgoing()) {
            return false;
        }
        byte[] written = model.bytes().clone();
        int at = Ipv4Bytes.header(written);
        boolean flooded = (written[0] & 1) != 0;
        return flooded && at >= 0 && write(written, at) && Arrays.equals(written, kernel.bytes());
    }

    /** As the end of the tunnel does; false when that changes nothing. */
    private static boolean write(byte[] frame, int at) {
        int inner = VxlanBytes.innerPacket(frame, at);
        if (inner < 0) {
            return false;
        }
        int outer = frame[at + 1] & MARK;
        int before = Ipv4Bytes.u16(frame, inner);
        int mark = before & MARK;
        boolean congested = outer == CE && mark != 0 && mark != CE;
        if (!congested && (outer != ECT_1 || mark != ECT_0)) {
            return false;
        }
        int after = (before & ~MARK) | outer;
        Ipv4Bytes.put(frame, inner, after);
        Ipv4Bytes.update(frame, inner + Ipv4Bytes.CHECKSUM, before, after);
        return true;
    }
}
