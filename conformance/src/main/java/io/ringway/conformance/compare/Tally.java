package io.ringway.conformance.compare;

/** How many items of one kind were compared, and how many of them differed. */
public final class Tally {
    private long compared;
    private long differing;

    void add(boolean differs) {
        compared++;
        if (differs) {
            differing++;
        }
    }

    public long compared() {
        return compared;
    }

    public long differing() {
        return differing;
    }
}
