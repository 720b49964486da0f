package io.ringway.conformance.compare;

/** A rule about items of state. */
public interface StateRule extends Rule {
    /**
     * Whether this difference of one item is none.
     *
     * @param key the part of the state, such as {@code conntrack}
     * @param item the item's name, ending in {@code /} and its field
     * @param kernel null where only the model has the item
     * @param model null where only the kernel has the item
     */
    boolean excuses(String key, String item, String kernel, String model);
}
