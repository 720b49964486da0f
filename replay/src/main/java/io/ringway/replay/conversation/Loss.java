package io.ringway.replay.conversation;

import io.ringway.nat.rules.RuleName;

/**
 * Why a packet did not arrive, and where.
 *
 * @param namespace "" where it is not known
 * @param where a device or a place in the stack
 * @param reason the kernel's name of it, "" where it was not dropped
 * @param meaning in plain words
 * @param rule the rule that dropped it, null where none did
 */
public record Loss(String namespace, String where, String reason, String meaning, RuleName rule) {
    @Override
    public String toString() {
        if (rule != null) {
            return namespace + " " + rule;
        }
        String place = (namespace + " " + where).trim();
        String text = place.isEmpty() ? meaning : place + ": " + meaning;
        return reason.isEmpty() ? text : text + " (" + reason + ")";
    }
}
