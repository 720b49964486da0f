package io.ringway.nat.set;

import io.ringway.packet.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The sets of one namespace (ip_set_core.c). */
public final class IpSets {
    /** Where there are none, and none is made. */
    public static final IpSets NONE = new IpSets(() -> 0, new Randomness(0));

    private static final int LONGEST_NAME = 31;

    /** By index; null where a set was destroyed. */
    private final List<SetSlot> slots = new ArrayList<>();

    private final LongSupplier clock;
    private final Randomness randomness;
    private SkbInfo found;

    /**
     * @param clock virtual time
     * @param randomness draws the seeds of hashes, which order their members
     */
    public IpSets(LongSupplier clock, Randomness randomness) {
        this.clock = clock;
        this.randomness = randomness;
    }

    long nowNs() {
        return clock.getAsLong();
    }

    /** The seed of the hash of a set of this name. */
    int drawSeed(String name) {
        return (int) randomness.stream(name).bits(0);
    }

    /** What the member matched last maps a packet to. */
    void found(SkbInfo info) {
        found = info;
    }

    SkbInfo found() {
        return found;
    }

    /** The place of a set, or null. */
    public SetSlot find(String name) {
        for (SetSlot slot : slots) {
            if (slot != null && slot.name().equals(name)) {
                return slot;
            }
        }
        return null;
    }

    SetSlot get(String name) {
        SetSlot slot = find(name);
        if (slot == null) {
            throw SetRefusal.noSuchSet();
        }
        return slot;
    }

    static String checkName(String name) {
        if (name.length() > LONGEST_NAME) {
            throw SetRefusal.syntax("setname '" + name + "' is longer than " + LONGEST_NAME + " characters");
        }
        return name;
    }

    void create(String name, SetHeader header, boolean mayExist) {
        SetSlot clash = find(name);
        if (clash != null) {
            if (mayExist && clash.set().header().isSame(header)) {
                return;
            }
            throw SetRefusal.kernel("Set cannot be created: set with the same name already exists");
        }
        IpSet set = switch (header.type()) {
            case BITMAP_PORT -> new BitmapPortSet(header, this);
            case LIST_SET -> new ListSet(header, this);
            default -> new HashedSet(header, this);
        };
        int free = slots.indexOf(null);
        if (free < 0) {
            slots.add(new SetSlot(name, set));
        } else {
            slots.set(free, new SetSlot(name, set));
        }
    }

    /** One set, or with null all of them, if nobody holds on to any. */
    void destroy(String name) {
        List<SetSlot> wanted = wanted(name);
        for (SetSlot slot : wanted) {
            if (slot.references() > 0) {
                throw SetRefusal.kernel("Set cannot be destroyed: it is in use by a kernel component");
            }
        }
        for (SetSlot slot : wanted) {
            slots.set(slots.indexOf(slot), null);
            slot.set().destroyed();
        }
    }

    void flush(String name) {
        wanted(name).forEach(slot -> slot.set().flush());
    }

    void rename(String name, String newName) {
        SetSlot slot = get(name);
        if (slot.references() > 0) {
            throw SetRefusal.kernel("Set cannot be renamed: it is in use by another system");
        }
        if (find(newName) != null) {
            throw SetRefusal.kernel("Set cannot be renamed: a set with the new name already exists");
        }
        slot.rename(newName);
    }

    /** What stands behind two names changes places; whoever holds on to a name goes on with what it now means. */
    void swap(String name, String other) {
        SetSlot one = get(name);
        SetSlot two = find(other);
        if (two == null) {
            throw SetRefusal.kernel("Sets cannot be swapped: the second set does not exist");
        }
        SetHeader first = one.set().header();
        SetHeader second = two.set().header();
        if (first.type() != second.type() || first.six() != second.six()) {
            throw SetRefusal.kernel("The sets cannot be swapped: their type does not match");
        }
        IpSet kept = one.set();
        one.put(two.set());
        two.put(kept);
    }

    /** One set, or with null all, in the order of listings: lists come last. */
    List<SetSlot> wanted(String name) {
        if (name != null) {
            return List.of(get(name));
        }
        List<SetSlot> all = new ArrayList<>();
        slots.stream().filter(slot -> slot != null && !isList(slot)).forEach(all::add);
        slots.stream().filter(slot -> slot != null && isList(slot)).forEach(all::add);
        return all;
    }

    private static boolean isList(SetSlot slot) {
        return slot.set() instanceof ListSet;
    }

    public boolean isEmpty() {
        return wanted(null).isEmpty();
    }

    /** What {@code ipset save} prints, with its members sorted or in the order of the hash. */
    public String save(boolean sorted) {
        return new SetListing(sorted).save(wanted(null));
    }

    /** What {@code ipset list} prints. */
    public String list(boolean sorted) {
        return new SetListing(sorted).plain(wanted(null), false);
    }
}
