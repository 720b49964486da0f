package io.ringway.nat.set;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code list:set} (ip_set_list_set.c): sets in an order; the first that matches, or takes a change, answers for all. */
final class ListSet extends IpSet {
    private static final int MEMBER_BYTES = 48;

    /** A set of the list. */
    private record Place(SetSlot slot, Member member) {}

    private final List<Place> places = new ArrayList<>();

    ListSet(SetHeader header, IpSets home) {
        super(header, home);
    }

    @Override
    int test(PacketFacts packet, SetUse use, int flags) {
        int inner = flags & ~SetUse.MATCH_COUNTERS;
        inner |= (flags & SetUse.SKIP_SUBCOUNTER) != 0 ? SetUse.SKIP_COUNTER : 0;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (place.slot.set().matches(packet, use, inner) && matchesExtensions(place.member, packet, use, flags)) {
                return MATCH;
            }
        }
        return NO_MATCH;
    }

    @Override
    boolean add(PacketFacts packet, SetUse use) {
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (!place.member.expired(now()) && place.slot.set().adds(packet, use)) {
                return true;
            }
        }
        return true;
    }

    @Override
    boolean remove(PacketFacts packet, SetUse use) {
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (!place.member.expired(now()) && place.slot.set().removes(packet, use)) {
                return true;
            }
        }
        return true;
    }

    @Override
    void add(Entry entry, boolean mayExist) {
        checkExtensions(entry);
        SetSlot slot = named(entry);
        SetSlot reference = reference(entry);
        collect();
        int at = find(slot);
        int beside = reference == null ? -1 : find(reference);
        if (reference != null && (beside < 0 || reference == slot)) {
            throw notInList();
        }
        Addition addition = addition().by(header(), entry, mayExist);
        if (at >= 0) {
            if (!mayExist) {
                throw alreadyAdded();
            }
            places.get(at).member.extend(header(), addition, now());
            return;
        }
        Member member = new Member(0);
        member.extend(header(), addition, now());
        slot.hold();
        places.add(reference == null ? places.size() : entry.before ? beside : beside + 1, new Place(slot, member));
    }

    @Override
    void remove(Entry entry, boolean mayBeAbsent) {
        SetSlot slot = named(entry);
        SetSlot reference = reference(entry);
        collect();
        int at = find(slot);
        if (at < 0) {
            if (reference == null && mayBeAbsent) {
                return;
            }
            throw reference == null ? notAdded() : notInList();
        }
        if (reference != null && !stands(at, reference, entry.before)) {
            throw notInList();
        }
        places.remove(at);
        slot.letGo();
    }

    @Override
    boolean test(Entry entry) {
        SetSlot slot = home().find(entry.setName);
        if (slot == null || slot.set() instanceof ListSet) {
            return false;
        }
        SetSlot reference = entry.reference == null ? null : home().find(entry.reference);
        int at = find(slot);
        return at >= 0 && (entry.reference == null || (reference != null && stands(at, reference, entry.before)));
    }

    private boolean stands(int at, SetSlot reference, boolean before) {
        int beside = before ? at + 1 : at - 1;
        return beside >= 0 && beside < places.size() && places.get(beside).slot == reference;
    }

    private SetSlot named(Entry entry) {
        SetSlot slot = home().find(entry.setName);
        if (slot == null) {
            throw SetRefusal.kernel("Set to be added/deleted/tested as element does not exist.");
        }
        if (slot.set() instanceof ListSet) {
            throw SetRefusal.kernel("Sets with list:set type cannot be added to the set.");
        }
        return slot;
    }

    private SetSlot reference(Entry entry) {
        SetSlot slot = entry.reference == null ? null : home().find(entry.reference);
        if (entry.reference != null && slot == null) {
            throw SetRefusal.kernel("The set to which you referred with 'before' or 'after' does not exist.");
        }
        return slot;
    }

    private static SetRefusal notInList() {
        return SetRefusal.kernel("The set to which you referred with 'before' or 'after' is not added to the set.");
    }

    private int find(SetSlot slot) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).slot == slot && !places.get(i).member.expired(now())) {
                return i;
            }
        }
        return -1;
    }

    private void collect() {
        places.removeIf(place -> {
            boolean gone = place.member.expired(now());
            if (gone) {
                place.slot.letGo();
            }
            return gone;
        });
    }

    @Override
    void flush() {
        places.forEach(place -> place.slot.letGo());
        places.clear();
    }

    @Override
    void destroyed() {
        flush();
    }

    @Override
    int count() {
        collect();
        return places.size();
    }

    @Override
    long bytes() {
        collect();
        long bytes = header().type().emptyBytes(false);
        for (Place place : places) {
            bytes += header().memberBytes(MEMBER_BYTES, Long.BYTES) + place.member.commentBytes();
        }
        return bytes;
    }

    @Override
    void list(Consumer<Listed> each) {
        collect();
        for (Place place : places) {
            each.accept(new Listed(place.slot.name(), place.member));
        }
    }
}
