package io.ringway.nat.set;

import java.util.Arrays;
import java.util.function.Consumer;

/** {@code bitmap:port} (ip_set_bitmap_port.c): a bit, and a member's extensions, for each port of a range. */
final class BitmapPortSet extends IpSet {
    private static final int TCP = 6;
    private static final int UDP = 17;

    private final Member[] members;
    private final boolean[] used;

    BitmapPortSet(SetHeader header, IpSets home) {
        super(header, home);
        int count = header.last() - header.first() + 1;
        members = new Member[count];
        used = new boolean[count];
    }

    @Override
    int test(PacketFacts packet, SetUse use, int flags) {
        int index = index(packet, use);
        boolean there = index >= 0 && used[index];
        return there && matchesExtensions(members[index], packet, use, flags) ? MATCH : NO_MATCH;
    }

    private int index(PacketFacts packet, SetUse use) {
        int protocol = packet.protocol();
        int port = protocol == TCP || protocol == UDP ? packet.port(use.source(0)) : -1;
        return port < header().first() || port > header().last() ? -1 : port - header().first();
    }

    @Override
    boolean add(PacketFacts packet, SetUse use) {
        int index = index(packet, use);
        return index >= 0 && add(index, addition().by(header(), packet, use));
    }

    @Override
    boolean remove(PacketFacts packet, SetUse use) {
        int index = index(packet, use);
        return index >= 0 && remove(index);
    }

    private boolean add(int index, Addition addition) {
        Member member = members[index];
        if (used[index] && !addition.exist && !member.expired(now())) {
            return false;
        }
        if (member == null) {
            member = new Member(0);
            members[index] = member;
        }
        member.extend(header(), addition, now());
        used[index] = true;
        return true;
    }

    private boolean remove(int index) {
        boolean there = used[index];
        used[index] = false;
        return there && !members[index].expired(now());
    }

    @Override
    void add(Entry entry, boolean mayExist) {
        checked(entry.port);
        checkExtensions(entry);
        Addition addition = addition().by(header(), entry, mayExist);
        for (int index = first(entry); index <= last(entry); index++) {
            if (!add(index, addition)) {
                throw alreadyAdded();
            }
        }
    }

    @Override
    void remove(Entry entry, boolean mayBeAbsent) {
        for (int index = first(entry); index <= last(entry); index++) {
            if (!remove(index) && !mayBeAbsent) {
                throw notAdded();
            }
        }
    }

    private int first(Entry entry) {
        return checked(entry.portTo < 0 ? entry.port : Math.min(entry.port, entry.portTo));
    }

    private int last(Entry entry) {
        return checked(Math.max(entry.port, entry.portTo));
    }

    private int checked(int port) {
        if (port < header().first() || port > header().last()) {
            throw SetRefusal.kernel("Element is out of the range of the set");
        }
        return port - header().first();
    }

    @Override
    boolean test(Entry entry) {
        int index = entry.port - header().first();
        return index >= 0 && index < used.length && used[index] && !members[index].expired(now());
    }

    @Override
    void flush() {
        Arrays.fill(used, false);
        Arrays.fill(members, null);
    }

    @Override
    int count() {
        int count = 0;
        for (int i = 0; i < used.length; i++) {
            count += used[i] && !members[i].expired(now()) ? 1 : 0;
        }
        return count;
    }

    @Override
    long bytes() {
        long words = (used.length + Long.SIZE - 1L) / Long.SIZE;
        long bytes = header().type().emptyBytes(false) + words * Long.BYTES;
        bytes += (long) used.length * header().memberBytes(0, Long.BYTES);
        for (int i = 0; i < used.length; i++) {
            bytes += used[i] ? members[i].commentBytes() : 0;
        }
        return bytes;
    }

    @Override
    void list(Consumer<Listed> each) {
        for (int i = 0; i < used.length; i++) {
            if (used[i] && !members[i].expired(now())) {
                each.accept(new Listed(Integer.toString(header().first() + i), members[i]));
            }
        }
    }
}
