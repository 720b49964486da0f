package io.ringway.nat.rules.ip6;

import java.util.List;

/** A rule's words as one text that iptables-restore reads back as the same words. */
final class KeptText {
    private KeptText() {}

    static String of(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            text.append(text.isEmpty() ? "" : " ");
            boolean plain =
                    !word.isEmpty() && word.chars().noneMatch(c -> c == ' ' || c == '\t' || c == '"' || c == '\\');
            text.append(plain ? word : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        }
        return text.toString();
    }
}
