package io.ringway.nat.set;

/** What a member maps a packet to ({@code struct ip_set_skbinfo}). */
public record SkbInfo(int mark, int mask, int priority, int queue) {
    static final SkbInfo NONE = new SkbInfo(0, 0, 0, 0);
}
