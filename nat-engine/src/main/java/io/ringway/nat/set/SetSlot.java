package io.ringway.nat.set;

/**
 * A place of the namespace's list of sets: the name and what stands behind it. Rules and lists hold on to the place, so that
 * {@code ipset swap} changes what they ask ({@code ip_set_swap()}).
 */
public final class SetSlot {
    private String name;
    private IpSet set;
    private int references;

    SetSlot(String name, IpSet set) {
        this.name = name;
        this.set = set;
    }

    public String name() {
        return name;
    }

    /** Whether it holds addresses of IPv6, which no rule of IPv4 may name. */
    public boolean isIpv6() {
        return set.header().six();
    }

    void rename(String newName) {
        name = newName;
    }

    IpSet set() {
        return set;
    }

    void put(IpSet other) {
        set = other;
    }

    int references() {
        return references;
    }

    /** One more rule or list holds on to it. */
    public void hold() {
        references++;
    }

    public void letGo() {
        references--;
    }

    /** Holds a packet against the set; allocates nothing. */
    public boolean matches(PacketFacts packet, SetUse use) {
        return set.matches(packet, use, use.flags());
    }

    /** What the member that the last packet matched maps it to; null when the set keeps no such thing. */
    public SkbInfo map(PacketFacts packet, SetUse use) {
        IpSets home = set.home();
        home.found(null);
        return set.matches(packet, use, use.flags()) ? home.found() : null;
    }

    /** Adds what the packet says, if that can be done without making the table larger. */
    public void add(PacketFacts packet, SetUse use) {
        set.adds(packet, use);
    }

    public void remove(PacketFacts packet, SetUse use) {
        set.removes(packet, use);
    }
}
