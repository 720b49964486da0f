package io.ringway.nat.rules.match;

import io.ringway.nat.conntrack.Connection;
import io.ringway.nat.conntrack.Helper;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.ToolText;

/**
 * {@code -m helper} (xt_helper.c:helper_mt()): packets of connections that another one announced, by the helper which read that one;
 * any helper for an empty name, and the port behind a dash does not count.
 */
public record HelperMatch(String helper, boolean inverted) implements Match {
    private static final int MAX_BYTES = 29;

    public static final Extension<Match> EXTENSION = Extension.of(
            "helper",
            Reading::new,
            ExtensionOption.valued("helper", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private String helper = "";
        private boolean inverted;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            helper = argument.length() > MAX_BYTES ? argument.substring(0, MAX_BYTES) : argument;
            this.inverted = inverted;
        }

        @Override
        public Match finish(RuleHead head) {
            return new HelperMatch(helper, inverted);
        }
    }

    @Override
    public String name() {
        return "helper";
    }

    @Override
    public boolean matches(Packet packet) {
        Connection connection = (Connection) packet.frame().connection();
        Helper masters = connection == null ? null : connection.helperOfMaster();
        return (masters != null && (helper.isEmpty() || helper.startsWith(masters.kernelName()))) != inverted;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " !" : "").append(" --helper ");
        ToolText.quote(out, helper);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" helper match ")
                .append(inverted ? "! " : "")
                .append('"')
                .append(helper)
                .append('"');
    }

    @Override
    public boolean alikeInAnyWords() {
        return true;
    }

    @Override
    public boolean needsTracking() {
        return true;
    }
}
