package io.ringway.nat.rules.extension;

import io.ringway.nat.set.SetSlot;

/**
 * A set that a rule names, with the parts of the packet that are held against it: {@code --match-set NAME src,dst}
 * (libxt_set.h).
 *
 * @param dimensions how many parts
 * @param sources bit i is set when part i is the packet's source
 */
public record SetReference(SetSlot set, int dimensions, int sources) {
    private static final int MOST_PARTS = 6;
    private static final int LONGEST_NAME = 31;

    /** Reads the name and takes the next word for the parts. */
    public static SetReference read(String option, String name, RuleHead head) {
        String parts = head.takeWord();
        if (parts == null || parts.equals("!")) {
            throw Refusal.parameter("--" + option + " requires two args.");
        }
        if (name.length() > LONGEST_NAME) {
            throw Refusal.parameter("setname `" + name + "' too long, max " + LONGEST_NAME + " characters.");
        }
        SetSlot set = head.sets().find(name);
        if (set == null) {
            throw Refusal.parameter("Set " + name + " doesn't exist.\n");
        }
        if (set.isIpv6()) {
            throw Refusal.parameter("The protocol family of set " + name + " is IPv6, which is not applicable.\n");
        }
        String[] words = parts.split(",", -1);
        int sources = 0;
        for (int i = 0; i < words.length; i++) {
            if (i == MOST_PARTS) {
                throw Refusal.parameter("Can't be more src/dst options than " + MOST_PARTS + ".");
            }
            if (!words[i].equals("src") && !words[i].equals("dst")) {
                throw Refusal.parameter("You must spefify (the comma separated list of) 'src' or 'dst'.");
            }
            sources |= words[i].equals("src") ? 1 << i : 0;
        }
        return new SetReference(set, words.length, sources);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(set.name());
        for (int i = 0; i < dimensions; i++) {
            text.append(i == 0 ? ' ' : ',').append((sources & 1 << i) != 0 ? "src" : "dst");
        }
        return text.toString();
    }
}
