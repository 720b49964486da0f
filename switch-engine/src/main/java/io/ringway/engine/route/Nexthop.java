package io.ringway.engine.route;

import io.ringway.engine.device.Device;

/** One way of a route ({@code struct fib_nh}); dead after its device went down or lost its last address. */
public final class Nexthop {
    private final Device device;
    private final int gateway;
    private final boolean onLink;
    private final int weight;
    private final int scope;
    private boolean dead;
    private int chosenDefault = -1;
    private LearnedPaths learned;

    /**
     * @param device null for the routes that refuse
     * @param gateway 0 when the destination is on the link
     * @param onLink whether the gateway was taken for a neighbour unchecked
     * @param scope how far the gateway is away, {@link Scope#HOST} without one, {@link Scope#NOWHERE} for this host
     */
    public Nexthop(Device device, int gateway, boolean onLink, int weight, int scope) {
        this.device = device;
        this.gateway = gateway;
        this.onLink = onLink;
        this.weight = weight;
        this.scope = scope;
    }

    public Device device() {
        return device;
    }

    public int gateway() {
        return gateway;
    }

    public boolean onLink() {
        return onLink;
    }

    public int weight() {
        return weight;
    }

    public int scope() {
        return scope;
    }

    public boolean dead() {
        return dead;
    }

    void setDead(boolean dead) {
        this.dead = dead;
    }

    /** Of several default routes of which this way is the first, the one that was taken last; -1 for none. */
    public int chosenDefault() {
        return chosenDefault;
    }

    public void setChosenDefault(int order) {
        chosenDefault = order;
    }

    /** A way to this host needs no carrier ({@code fib_semantics.c:fib_create_info()}). */
    public boolean linkDown() {
        return device != null && scope != Scope.NOWHERE && (dead || !device.hasCarrier());
    }

    /** Whether the gateway is a neighbour: one that is this host itself is passed over ({@code rt_set_nexthop()}). */
    public boolean usesGateway() {
        return gateway != 0 && scope == Scope.LINK;
    }

    /** The neighbour to ask for on the way to {@code address}. */
    public int neighbourFor(int address) {
        return usesGateway() ? gateway : address;
    }

    /** What is known about that destination beyond what the route says; null for nothing. */
    LearnedPath learned(int destination, long now) {
        return learned == null ? null : learned.find(destination, now);
    }

    /** How often anything was learnt about another destination ({@code route.c:update_or_create_fnhe()}). */
    public int lessons() {
        return learned == null ? 0 : learned.lessons();
    }

    public LearnedPath learn(int destination) {
        if (learned == null) {
            learned = new LearnedPaths();
        }
        return learned.findOrCreate(destination);
    }

    void mtuChanged(int before, int now) {
        if (learned != null) {
            learned.forEach(path -> path.follow(before, now));
        }
    }

    /** The same way, whatever its state ({@code fib_semantics.c:nh_comp()}). */
    boolean isSameAs(Nexthop other) {
        return device == other.device
                && gateway == other.gateway
                && onLink == other.onLink
                && weight == other.weight
                && scope == other.scope;
    }
}
