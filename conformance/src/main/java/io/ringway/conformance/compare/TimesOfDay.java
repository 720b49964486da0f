package io.ringway.conformance.compare;

/**
 * Times of day that a host writes into a packet (timestamp options, ICMP timestamp replies; quoted ones too): the kernel's
 * has to be as old, when the frame is seen, as the model's is, within {@value #TOLERANCE_MS} ms.
 */
public final class TimesOfDay implements FrameRule {
    private static final long DAY_MS = 86_400_000;
    private static final int TOLERANCE_MS = 100;
    private static final int TIMESTAMP_REPLY = 14;
    private static final int OPTION_TIMESTAMP = 68;

    /** What the two sides' clocks and calendars differ by, as the first time of day showed it. */
    private long clockDifferenceMs = -1;

    @Override
    public String name() {
        return "times of day in packets";
    }

    @Override
    public String reason() {
        return "two clocks";
    }

    @Override
    public byte[] align(byte[] injected, Sighting model, Sighting kernel, byte[] kernelBytes) {
        byte[] wanted = model.bytes();
        int at = Ipv4Bytes.header(wanted);
        boolean comparable = at >= 0 && at == Ipv4Bytes.header(kernelBytes) && wanted.length == kernelBytes.length;
        if (!comparable || Ipv4Bytes.headerLength(wanted, at) < Ipv4Bytes.MIN_LENGTH) {
            return kernelBytes;
        }
        byte[] aligned = kernelBytes.clone();
        int icmp = at + Ipv4Bytes.headerLength(wanted, at);
        boolean isIcmp = wanted[at + Ipv4Bytes.PROTOCOL] == Ipv4Bytes.ICMP && icmp + 20 <= wanted.length;
        int quoted = Ipv4Bytes.quoted(wanted, at);
        Times times = new Times(model, kernel, aligned);
        boolean headerRight = sum(aligned, at, icmp) == 0xffff;
        boolean icmpRight = isIcmp && sum(aligned, icmp, end(aligned, at)) == 0xffff;
        boolean own = times.options(at);
        boolean inside = false;
        if (isIcmp && wanted[icmp] == TIMESTAMP_REPLY) {
            inside = times.one(icmp + 12) | times.one(icmp + 16);
        } else if (quoted >= 0) {
            int behind = quoted + Ipv4Bytes.headerLength(wanted, quoted);
            inside = times.options(quoted);
            if (inside && behind <= wanted.length) {
                QuotedChecksum.follow(kernelBytes, wanted, aligned, quoted, times.last);
            } else if (own && behind > wanted.length) {
                inside |= QuotedChecksum.followEcho(kernelBytes, aligned, quoted, at);
            }
            inside |= isQuotedReply(wanted, quoted, behind) && times.quotedReply(behind);
        }
        if (own && headerRight) {
            mend(aligned, at + Ipv4Bytes.CHECKSUM, at, icmp);
        }
        if (inside && icmpRight) {
            mend(aligned, icmp + 2, icmp, end(aligned, at));
        }
        return own || inside ? aligned : kernelBytes;
    }

    /** Whether the quote holds the whole of the times. */
    private static boolean isQuotedReply(byte[] frame, int quoted, int behind) {
        return frame[quoted + Ipv4Bytes.PROTOCOL] == Ipv4Bytes.ICMP
                && (Ipv4Bytes.u16(frame, quoted + 6) & 0x1fff) == 0
                && behind + 20 <= frame.length
                && frame[behind] == TIMESTAMP_REPLY;
    }

    private final class Times {
        private final Sighting model;
        private final Sighting kernel;
        private final byte[] aligned;
        private int last;

        Times(Sighting model, Sighting kernel, byte[] aligned) {
            this.model = model;
            this.kernel = kernel;
            this.aligned = aligned;
        }

        /** Takes the model's times over into the options of a header. */
        boolean options(int at) {
            int end = Math.min(aligned.length, at + Ipv4Bytes.headerLength(aligned, at));
            boolean changed = false;
            int option = at + Ipv4Bytes.MIN_LENGTH;
            while (option + 3 < end && aligned[option] != 0) {
                int bytes = aligned[option] == 1 ? 1 : aligned[option + 1] & 0xff;
                if (bytes == 0) {
                    break;
                }
                if (aligned[option] == OPTION_TIMESTAMP) {
                    for (int slot = option + 4; slot + 4 <= Math.min(option + bytes, end); slot += 4) {
                        changed |= one(slot);
                    }
                }
                option += bytes;
            }
            return changed;
        }

        /** Takes the model's times over into a reply, whose checksum follows. */
        boolean quotedReply(int icmp) {
            byte[] before = aligned.clone();
            boolean changed = one(icmp + 12) | one(icmp + 16);
            for (int at = icmp + 12; at < icmp + 20; at += 2) {
                Ipv4Bytes.update(aligned, icmp + 2, Ipv4Bytes.u16(before, at), Ipv4Bytes.u16(aligned, at));
            }
            return changed;
        }

        /** Takes one time over, if it is one and as old as the model's. */
        boolean one(int slot) {
            int kernels = Ipv4Bytes.i32(aligned, slot);
            int models = Ipv4Bytes.i32(model.bytes(), slot);
            long kernelAge = age(kernel.timeNs(), kernels);
            if (kernels == models) {
                return false;
            }
            long difference = Math.floorMod(age(model.timeNs(), models) - kernelAge, DAY_MS);
            if (clockDifferenceMs < 0) {
                clockDifferenceMs = difference;
            }
            long off = Math.floorMod(difference - clockDifferenceMs + TOLERANCE_MS, DAY_MS);
            if (off > 2 * TOLERANCE_MS) {
                return false;
            }
            Ipv4Bytes.put(aligned, slot, models >>> 16);
            Ipv4Bytes.put(aligned, slot + 2, models);
            last = slot;
            return true;
        }

        private long age(long timeNs, int timeOfDayMs) {
            return Math.floorMod(timeNs / 1_000_000 - timeOfDayMs, DAY_MS);
        }
    }

    private static int end(byte[] frame, int at) {
        return Math.min(frame.length, at + Ipv4Bytes.u16(frame, at + 2));
    }

    private static void mend(byte[] frame, int checksum, int from, int to) {
        Ipv4Bytes.put(frame, checksum, 0);
        Ipv4Bytes.put(frame, checksum, ~sum(frame, from, to) & 0xffff);
    }

    private static int sum(byte[] frame, int from, int to) {
        return Ipv4Bytes.sum(frame, from, to);
    }
}
