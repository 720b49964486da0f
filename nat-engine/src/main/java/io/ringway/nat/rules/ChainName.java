package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Refusal;

/** What iptables takes as the name of a new chain. */
final class ChainName {
    static final int MAX_LENGTH = 28;

    private ChainName() {}

    /**
     * @throws Refusal unless a chain can be made with this name
     */
    static void check(String name) {
        checkLength(name);
        if (name.startsWith("-") || name.startsWith("!")) {
            throw Refusal.parameter("chain name not allowed to start with `" + name.charAt(0) + "'");
        }
        if (Extensions.isTargetName(name)) {
            throw Refusal.parameter("chain name may not clash with target name");
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            throw Refusal.parameter("Invalid chain name `" + name + "'");
        }
    }

    /**
     * @throws Refusal when no chain can have this name for its length
     */
    static void checkLength(String name) {
        if (name.length() > MAX_LENGTH) {
            throw Refusal.parameter(
                    "chain name `" + name + "' too long (must be under " + (MAX_LENGTH + 1) + " chars)");
        }
    }
}
