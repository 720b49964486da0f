package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.ToolText;

/** {@code -m comment}: always true. */
public record CommentMatch(String comment) implements Match {
    private static final int MAX_BYTES = 255;

    public static final Extension<Match> EXTENSION = Extension.of(
            "comment", Reading::new, ExtensionOption.valued("comment", 0).required());

    private static final class Reading implements Extension.Reading<Match> {
        private String comment = "";

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            comment = argument.length() > MAX_BYTES ? argument.substring(0, MAX_BYTES) : argument;
        }

        @Override
        public Match finish(RuleHead head) {
            return new CommentMatch(comment);
        }
    }

    @Override
    public String name() {
        return "comment";
    }

    @Override
    public boolean matches(Packet packet) {
        return true;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(" --comment ");
        ToolText.quote(out, comment);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" /* ").append(comment).append(" */");
    }
}
