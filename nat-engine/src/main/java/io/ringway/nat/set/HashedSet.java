package io.ringway.nat.set;

import io.ringway.nat.set.HashBuckets.Outcome;
import io.ringway.nat.set.SetType.Part;
import java.util.function.Consumer;

/** A set of one of the {@code hash:} types: the packet's side of them ({@code *_kadt()}); commands come by {@link EntryRange}. */
final class HashedSet extends IpSet {
    private final SetType type;
    private final MemberLayout layout;
    private final HashBuckets buckets;
    private final Member question;
    private final int[] mask;

    HashedSet(SetHeader header, IpSets home) {
        super(header, home);
        type = header.type();
        layout = new MemberLayout(type, header.six());
        buckets = new HashBuckets(header, layout);
        question = new Member(layout.words());
        mask = header.mask();
    }

    MemberLayout layout() {
        return layout;
    }

    int[] mask() {
        return mask;
    }

    int tableSize() {
        return buckets.size();
    }

    int bucketSize() {
        return buckets.bucketSize();
    }

    @Override
    int test(PacketFacts packet, SetUse use, int flags) {
        if (!read(packet, use, type.hasNets() ? layout.hostBits() : -1)) {
            return NO_MATCH;
        }
        if (type.hasNets()) {
            return testNets(packet, use, flags);
        }
        Member found = buckets.find(question);
        return found != null && matchesExtensions(found, packet, use, flags) ? MATCH : NO_MATCH;
    }

    /** Asks with each prefix length that is there, the longest first ({@code mtype_test_cidrs()}). */
    private int testNets(PacketFacts packet, SetUse use, int flags) {
        PrefixLengths prefixes = buckets.prefixes();
        for (int cidr = prefixes.longest(layout.hostBits()); cidr >= 0; cidr = prefixes.longest(cidr - 1)) {
            layout.setNetwork(question, cidr);
            Member found = buckets.find(question);
            if (found != null && matchesExtensions(found, packet, use, flags)) {
                return found.noMatch ? EXCEPTED : MATCH;
            }
            if (found == null && buckets.metOthers()) {
                return NO_MATCH;
            }
        }
        return NO_MATCH;
    }

    @Override
    boolean add(PacketFacts packet, SetUse use) {
        return read(packet, use, prefixOfChanges())
                && buckets.add(question, addition().by(header(), packet, use), now()) == Outcome.ADDED;
    }

    @Override
    boolean remove(PacketFacts packet, SetUse use) {
        return read(packet, use, prefixOfChanges()) && buckets.remove(question, now());
    }

    /** Packets change networks of the longest prefix that the set has ({@code INIT_CIDR}). */
    private int prefixOfChanges() {
        if (!type.hasNets()) {
            return -1;
        }
        int longest = buckets.prefixes().longest(layout.hostBits());
        return longest < 0 ? layout.hostBits() : longest;
    }

    /** Makes the question that the packet is; false when the packet does not have what the set is about. */
    private boolean read(PacketFacts packet, SetUse use, int cidr) {
        int address = packet.address(use.source(0));
        if (type.takesMask()) {
            address &= mask == null ? -1 : mask[0];
            if (address == 0) {
                return false;
            }
        }
        layout.setAddress(question, address);
        if (type.has(Part.PORT)) {
            int port = packet.port(use.source(1));
            if (port < 0) {
                return false;
            }
            layout.setPort(question, packet.protocol(), port);
        }
        if (type.parts.size() > 2) {
            layout.setAddress2(question, packet.address(use.source(2)));
        }
        if (type.has(Part.INTERFACE)) {
            String name = packet.interfaceName(use.source(1));
            if (name.isEmpty()) {
                return false;
            }
            layout.setInterface(question, name, false);
        }
        if (cidr >= 0) {
            layout.setNetwork(question, cidr);
        }
        return true;
    }

    @Override
    void add(Entry entry, boolean mayExist) {
        checkExtensions(entry);
        Addition addition = addition().by(header(), entry, mayExist);
        new EntryRange(this, entry).forEach(member -> {
            Outcome outcome = buckets.add(member, addition, now());
            while (outcome == Outcome.AGAIN) {
                buckets.grow(now());
                outcome = buckets.add(member, addition, now());
            }
            if (outcome == Outcome.EXISTS) {
                throw alreadyAdded();
            }
            if (outcome == Outcome.FULL) {
                throw SetRefusal.kernel("Hash is full, cannot add more elements");
            }
        });
    }

    @Override
    void remove(Entry entry, boolean mayBeAbsent) {
        new EntryRange(this, entry).forEach(member -> {
            if (!buckets.remove(member, now()) && !mayBeAbsent) {
                throw notAdded();
            }
        });
    }

    @Override
    boolean test(Entry entry) {
        Member asked;
        try {
            asked = new EntryRange(this, entry).single();
        } catch (SetRefusal refused) {
            // Whatever the kernel answers to a test but yes is no.
            return false;
        }
        if (asked == null) {
            return false;
        }
        Member found = type.hasNets() && layout.cidr(asked) == layout.hostBits() ? findNet(asked) : find(asked);
        return found != null && found.noMatch == (entry.noMatch && type.hasNets());
    }

    private Member findNet(Member asked) {
        PrefixLengths prefixes = buckets.prefixes();
        for (int cidr = prefixes.longest(layout.hostBits()); cidr >= 0; cidr = prefixes.longest(cidr - 1)) {
            layout.setNetwork(asked, cidr);
            Member found = find(asked);
            if (found != null || buckets.metOthers()) {
                return found;
            }
        }
        return null;
    }

    private Member find(Member asked) {
        Member found = buckets.find(asked);
        return found == null || found.expired(now()) ? null : found;
    }

    @Override
    void flush() {
        buckets.clear();
    }

    @Override
    int count() {
        buckets.collect(now());
        return buckets.elements();
    }

    @Override
    long bytes() {
        buckets.collect(now());
        long[] bytes = {type.emptyBytes(header().six()) + buckets.bytes()};
        buckets.forEach(now(), member -> bytes[0] += member.commentBytes());
        return bytes[0];
    }

    @Override
    void list(Consumer<Listed> each) {
        buckets.forEach(now(), member -> each.accept(new Listed(MemberText.of(header(), layout, member), member)));
    }
}
