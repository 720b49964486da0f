package io.ringway.nat.set;

import java.util.function.Consumer;

/** What stands behind a set's name: its members, and how packets and commands ask for them. */
abstract class IpSet {
    /** What a question is answered with, beside 1 for a match and 0 for none. */
    static final int MATCH = 1;

    static final int NO_MATCH = 0;
    /** A member with {@code nomatch} ({@code -ENOTEMPTY}). */
    static final int EXCEPTED = -1;

    private final SetHeader header;
    private final IpSets home;
    private final Addition addition = new Addition();

    IpSet(SetHeader header, IpSets home) {
        this.header = header;
        this.home = home;
    }

    final SetHeader header() {
        return header;
    }

    final IpSets home() {
        return home;
    }

    final long now() {
        return home.nowNs();
    }

    /** The one object for additions, to be filled. */
    final Addition addition() {
        return addition;
    }

    /**
     * Holds a packet against the set ({@code ip_set_test()}).
     *
     * @param flags those of {@code use}, unless a list changed them
     */
    final boolean matches(PacketFacts packet, SetUse use, int flags) {
        if (!fits(use)) {
            return false;
        }
        int answer = test(packet, use, flags);
        if ((flags & SetUse.RETURN_NOMATCH) != 0 && header.type().hasNets()) {
            answer = -answer;
        }
        return answer > 0;
    }

    /** Adds what a packet says; false when that could not be done. */
    final boolean adds(PacketFacts packet, SetUse use) {
        return fits(use) && add(packet, use);
    }

    /** Takes out what a packet says; false when it was not there. */
    final boolean removes(PacketFacts packet, SetUse use) {
        return fits(use) && remove(packet, use);
    }

    /** A rule that names too few parts, or another family, never matches. */
    private boolean fits(SetUse use) {
        return use.dimensions() >= header.type().parts.size() && !header.six();
    }

    abstract int test(PacketFacts packet, SetUse use, int flags);

    abstract boolean add(PacketFacts packet, SetUse use);

    abstract boolean remove(PacketFacts packet, SetUse use);

    /** Does what {@code ipset add} says. */
    abstract void add(Entry entry, boolean mayExist);

    /** Does what {@code ipset del} says. */
    abstract void remove(Entry entry, boolean mayBeAbsent);

    /** Answers {@code ipset test}. */
    abstract boolean test(Entry entry);

    abstract void flush();

    /** What the set holds on to is let go. */
    void destroyed() {}

    abstract int count();

    /** {@code Size in memory}. */
    abstract long bytes();

    /** Members in the order of a listing, each with its text. */
    abstract void list(Consumer<Listed> each);

    /** The first word of a line of {@code Members:}, and what is kept about it. */
    record Listed(String text, Member member) {}

    /** Whether a member that was found still counts and has the counters that are wanted ({@code ip_set_match_extensions()}). */
    final boolean matchesExtensions(Member member, PacketFacts packet, SetUse use, int flags) {
        if (member.expired(now())) {
            return false;
        }
        if (header.counters()) {
            if ((flags & SetUse.SKIP_COUNTER) == 0) {
                member.packets++;
                member.bytes += packet.lengthBytes();
            }
            if ((flags & SetUse.MATCH_COUNTERS) != 0
                    && !(use.packets().holds(member.packets) && use.bytes().holds(member.bytes))) {
                return false;
            }
        }
        if (header.skbInfo()) {
            home.found(member.skbInfo);
        }
        return true;
    }

    final void checkExtensions(Entry entry) {
        if (entry.timeoutSeconds >= 0 && !header.hasTimeouts()) {
            throw SetRefusal.kernel("Timeout cannot be used: set was created without timeout support");
        }
        if ((entry.packets != -1 || entry.bytes != -1) && !header.counters()) {
            throw SetRefusal.kernel("Packet/byte counters cannot be used: set was created without counter support");
        }
        if (entry.comment != null && !header.comments()) {
            throw SetRefusal.kernel("Comment cannot be used: set was created without comment support");
        }
        if (entry.skbInfo != null && !header.skbInfo()) {
            throw SetRefusal.kernel("Skbinfo mapping cannot be used: set was created without skbinfo support");
        }
    }

    static SetRefusal alreadyAdded() {
        return SetRefusal.kernel("Element cannot be added to the set: it's already added");
    }

    static SetRefusal notAdded() {
        return SetRefusal.kernel("Element cannot be deleted from the set: it's not added");
    }
}
