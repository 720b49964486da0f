package io.ringway.nat.rules.match;

/**
 * What a rule of {@code -m hashlimit} says ({@code struct hashlimit_cfg3}).
 *
 * @param above whether it matches what is beyond the limit
 * @param bytes whether the limit counts bytes
 * @param keys bits of {@link #SOURCE} and the like: what makes an entry of its own
 * @param average a millionth of the seconds between two packets, or {@code UINT32_MAX} by 16-byte units a second
 * @param burst packets, or how often what a second lets pass may pass at once
 * @param size of the hash table, 0 for a default
 * @param max entries, 0 for a default
 * @param collectMs how often the entries are looked through
 * @param expireMs how long an entry lives untouched
 * @param rateMatch whether whole intervals are judged by the rate of the one before
 * @param interval seconds of such an interval
 */
record HashLimitSpec(
        boolean above,
        boolean bytes,
        int keys,
        long average,
        long burst,
        long size,
        long max,
        long collectMs,
        long expireMs,
        int sourceLength,
        int destinationLength,
        boolean rateMatch,
        long interval,
        String name) {
    static final int SOURCE = 1;
    static final int SOURCE_PORT = 1 << 1;
    static final int DESTINATION = 1 << 2;
    static final int DESTINATION_PORT = 1 << 3;

    /** In the order of printing, each at the bit of its index. */
    static final String[] KEYS = {"srcip", "srcport", "dstip", "dstport"};

    private static final long MAX_SIZE = 1_048_576;
    private static final long DEFAULT_COLLECT_MS = 1000;
    private static final int WHOLE = 32;

    /** The same with the sizes that the kernel takes at most. */
    HashLimitSpec cut() {
        return new HashLimitSpec(
                above,
                bytes,
                keys,
                average,
                burst,
                Math.min(size, MAX_SIZE),
                Math.min(max, MAX_SIZE),
                collectMs,
                expireMs,
                sourceLength,
                destinationLength,
                rateMatch,
                interval,
                name);
    }

    /** What {@code hashlimit_mt_check()} says, null for nothing. */
    String refusal() {
        boolean sound = ProcName.isAllowed(name)
                && collectMs != 0
                && expireMs != 0
                && sourceLength <= WHOLE
                && destinationLength <= WHOLE;
        if (!sound) {
            return "Invalid argument";
        }
        if (rateMatch) {
            boolean fits = average != 0 && Long.compareUnsigned(average, 0xffff_ffffL) <= 0;
            return fits ? null : "Numerical result out of range";
        }
        if (bytes) {
            return HashLimitBucket.byteCost(average) == 0 ? "Invalid argument" : null;
        }
        boolean overflows =
                Long.compareUnsigned(HashLimitBucket.packetCost(average * burst), HashLimitBucket.packetCost(average))
                        < 0;
        return burst == 0 || overflows ? "Numerical result out of range" : null;
    }

    void save(StringBuilder out) {
        out.append(above ? " --hashlimit-above" : " --hashlimit-upto");
        long usualMs = appendRate(out, average, "--hashlimit-", "--hashlimit-burst ");
        if (keys != 0) {
            out.append(" --hashlimit-mode ");
            appendKeys(out, ',');
        }
        out.append(" --hashlimit-name ").append(name);
        appendRest(out, "--hashlimit-", usualMs);
    }

    void list(StringBuilder out) {
        out.append(above ? " limit: above" : " limit: up to");
        long usualMs = appendRate(out, average * (interval == 0 ? 1 : interval), "", "burst ");
        if (keys != 0) {
            out.append(" mode ");
            appendKeys(out, '-');
        }
        appendRest(out, "", usualMs);
    }

    /** Returns how many milliseconds an entry of this rate lives where nothing else is said. */
    private long appendRate(StringBuilder out, long period, String prefix, String burstWord) {
        if (bytes) {
            return HashLimitRate.appendBytes(out, average, burst, prefix);
        }
        long usualMs = HashLimitRate.appendPackets(out, period);
        out.append(' ').append(burstWord).append(Long.toUnsignedString(burst));
        return usualMs;
    }

    private void appendKeys(StringBuilder out, char separator) {
        boolean first = true;
        for (int i = 0; i < KEYS.length; i++) {
            if ((keys & 1 << i) != 0) {
                out.append(first ? "" : separator).append(KEYS[i]);
                first = false;
            }
        }
    }

    private void appendRest(StringBuilder out, String prefix, long usualMs) {
        append(out, prefix, "htable-size ", size, 0);
        append(out, prefix, "htable-max ", max, 0);
        append(out, prefix, "htable-gcinterval ", collectMs, DEFAULT_COLLECT_MS);
        append(out, prefix, "htable-expire ", expireMs, usualMs);
        append(out, prefix, "srcmask ", sourceLength, WHOLE);
        append(out, prefix, "dstmask ", destinationLength, WHOLE);
        if (rateMatch) {
            out.append(' ').append(prefix).append("rate-match");
            append(out, prefix, "rate-interval ", interval, 1);
        }
    }

    private static void append(StringBuilder out, String prefix, String option, long value, long usual) {
        if (value != usual) {
            out.append(' ').append(prefix).append(option).append(value);
        }
    }
}
