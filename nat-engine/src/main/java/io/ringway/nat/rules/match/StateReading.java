package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.RuleHead;
import java.util.List;

/** Reads {@code -m state}. */
final class StateReading implements Extension.Reading<Match> {
    private Match match;

    static ExtensionOption option() {
        return ExtensionOption.valued("state", 0).orInverted().required();
    }

    @Override
    public void option(int id, String argument, boolean inverted, RuleHead head) {
        int states = ConntrackMatch.OLD_STATES.parse(
                "state", argument, "\"--state\" requires a list of states with no spaces, e.g. ESTABLISHED,RELATED");
        match = new ConntrackMatch("state", "state", states, inverted, List.of());
    }

    @Override
    public Match finish(RuleHead head) {
        return match;
    }
}
