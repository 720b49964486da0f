package io.ringway.engine.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The link-layer groups that a device listens to, in the order in which they came ({@code dev_addr_lists.c}, the list
 * {@code dev->mc}). What stands on another device passes its own on to that one while it is up.
 */
public final class GroupAddresses {
    /** A group: how many want it, a user among them ({@code ip maddr add}), and how many devices on top passed it on. */
    public static final class Entry {
        private final long mac;
        private int users;
        private boolean isStatic;
        private int fromAbove;
        private boolean passedOn;

        private Entry(long mac) {
            this.mac = mac;
        }

        public long mac() {
            return mac;
        }

        public int users() {
            return users;
        }

        public boolean isStatic() {
            return isStatic;
        }
    }

    private final Device device;
    private final Ipv6Groups ipv6;
    private Entry[] entries = {};

    GroupAddresses(Device device) {
        this.device = device;
        ipv6 = new Ipv6Groups(device, this);
    }

    /** Those that IPv6 joined. */
    public Ipv6Groups ipv6() {
        return ipv6;
    }

    /** One more wants the group ({@code dev_mc_add()}). */
    public void add(long mac) {
        entry(mac).users++;
        device.groupsChanged();
    }

    /** One less. */
    public void remove(long mac) {
        Entry entry = find(mac);
        if (entry != null) {
            release(entry);
            device.groupsChanged();
        }
    }

    /** A user wants it, which counts once ({@code dev_mc_add_global()}). */
    public void addStatic(long mac) {
        Entry entry = entry(mac);
        if (!entry.isStatic) {
            entry.isStatic = true;
            entry.users++;
            device.groupsChanged();
        }
    }

    /** False when no user asked for it. */
    public boolean removeStatic(long mac) {
        Entry entry = find(mac);
        if (entry == null || !entry.isStatic) {
            return false;
        }
        entry.isStatic = false;
        release(entry);
        device.groupsChanged();
        return true;
    }

    private Entry entry(long mac) {
        Entry entry = find(mac);
        if (entry == null) {
            entry = new Entry(mac);
            entries = Arrays.copyOf(entries, entries.length + 1);
            entries[entries.length - 1] = entry;
        }
        return entry;
    }

    private Entry find(long mac) {
        for (Entry entry : entries) {
            if (entry.mac == mac) {
                return entry;
            }
        }
        return null;
    }

    private void release(Entry entry) {
        entry.users--;
        if (entry.users == 0) {
            entries = Arrays.stream(entries).filter(each -> each != entry).toArray(Entry[]::new);
        }
    }

    /** What is new goes down to the device below, and what nobody here wants any more is taken back ({@code dev_mc_sync()}). */
    void passOnTo(GroupAddresses lower) {
        boolean changed = false;
        for (Entry entry : entries.clone()) {
            if (!entry.passedOn) {
                entry.passedOn = true;
                entry.users++;
                Entry below = lower.entry(entry.mac);
                below.users++;
                below.fromAbove++;
                changed = true;
            } else if (entry.users == 1) {
                takeBack(entry, lower);
                changed = true;
            }
        }
        if (changed) {
            lower.device.groupsChanged();
        }
    }

    /** All of them ({@code dev_mc_unsync()}). */
    void takeBackFrom(GroupAddresses lower) {
        for (Entry entry : entries.clone()) {
            if (entry.passedOn) {
                takeBack(entry, lower);
            }
        }
        lower.device.groupsChanged();
    }

    private void takeBack(Entry entry, GroupAddresses lower) {
        Entry below = lower.find(entry.mac);
        if (below != null && below.fromAbove > 0) {
            below.fromAbove--;
            lower.release(below);
            entry.passedOn = false;
            release(entry);
        }
    }

    /** The device leaves its namespace ({@code dev_mc_flush()}). */
    public void clear() {
        entries = new Entry[0];
        ipv6.clear();
    }

    /** Whether one of them ends in these four bytes, which is all that some filters look at. */
    boolean endsIn(int lastBytes) {
        for (Entry entry : entries) {
            if ((int) entry.mac == lastBytes) {
                return true;
            }
        }
        return false;
    }

    /** The last four bytes of each. */
    int[] ends() {
        return Arrays.stream(entries).mapToInt(entry -> (int) entry.mac).toArray();
    }

    /** In the order in which they came. */
    public List<Entry> all() {
        return new ArrayList<>(List.of(entries));
    }
}
