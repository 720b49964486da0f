package io.ringway.nat.set;

/** A member with what is kept about it, or a question for one. The key is what the kernel hashes. */
final class Member {
    static final Member[] NONE = {};

    final int[] key;
    String interfaceName;
    boolean wildcard;
    boolean noMatch;

    long packets;
    long bytes;
    /** Virtual time after which it is expired; {@link #PERMANENT} for never. */
    long expiresNs;

    String comment;
    SkbInfo skbInfo = SkbInfo.NONE;

    static final long PERMANENT = 0;
    private static final long SECOND = 1_000_000_000L;
    /** {@code struct ip_set_comment_rcu} and the terminating zero. */
    private static final int COMMENT_OVERHEAD = 17;

    Member(int words) {
        key = new int[words];
    }

    /** A copy of a question, to be kept. */
    static Member of(Member question) {
        Member member = new Member(question.key.length);
        System.arraycopy(question.key, 0, member.key, 0, member.key.length);
        member.interfaceName = question.interfaceName;
        member.wildcard = question.wildcard;
        return member;
    }

    boolean expired(long nowNs) {
        return expiresNs != PERMANENT && nowNs > expiresNs;
    }

    void setTimeout(long nowNs, long seconds) {
        expiresNs = seconds == 0 ? PERMANENT : nowNs + seconds * SECOND;
    }

    /** What is left, in whole seconds; 0 for a member that does not expire ({@code ip_set_timeout_get()}). */
    long secondsLeft(long nowNs) {
        return expiresNs == PERMANENT ? 0 : Math.max(1, (expiresNs - nowNs) / SECOND);
    }

    int commentBytes() {
        return comment == null ? 0 : comment.length() + COMMENT_OVERHEAD;
    }

    /**
     * Takes over the extensions of an addition. Counters that it does not name stay: the kernel's memory of a slot that is
     * used again ({@code ip_set_init_counter()}).
     */
    void extend(SetHeader header, Addition addition, long nowNs) {
        noMatch = addition.noMatch;
        if (header.counters()) {
            packets = addition.packets == -1 ? packets : addition.packets;
            bytes = addition.bytes == -1 ? bytes : addition.bytes;
        }
        if (header.comments() && !addition.keepsComment) {
            comment = addition.comment;
        }
        if (header.skbInfo()) {
            skbInfo = addition.skbInfo;
        }
        if (header.hasTimeouts()) {
            setTimeout(nowNs, addition.timeoutSeconds);
        }
    }
}
