package io.ringway.engine.device;

/** What macvlans of one lower device may say to each other ({@code enum macvlan_mode}). */
public enum MacvlanMode {
    /** Nothing, not even by way of a switch outside. */
    PRIVATE,
    /** All, but by way of a switch outside that sends frames back. */
    VEPA,
    /** All, directly. */
    BRIDGE,
    /** There is only one, which takes all that the lower device receives. */
    PASSTHRU,
    /** What they get is chosen by who sent it, and goes where it would go all the same. */
    SOURCE;

    /** As {@code ip link} writes it. */
    public String word() {
        return switch (this) {
            case PRIVATE -> "private";
            case VEPA -> "vepa";
            case BRIDGE -> "bridge";
            case PASSTHRU -> "passthru";
            case SOURCE -> "source";
        };
    }
}
