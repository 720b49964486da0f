package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.HostAddress;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.match.RecentMatch.Action;

/** Reads {@code -m recent}. */
final class RecentReading implements Extension.Reading<Match> {
    // The first four are the actions, in their order.
    private static final int SET = 0;
    private static final int REMOVE = 3;
    private static final int ACTIONS = 0b1111;
    private static final int SECONDS = 4;
    private static final int REAP = 5;
    private static final int HITS = 6;
    private static final int SAME_TTL = 7;
    private static final int NAME = 8;
    private static final int SOURCE = 9;
    private static final int DESTINATION = 10;
    private static final long MAX = 0xffff_ffffL;
    private static final int NAME_FIELD = 200;

    private Action action;
    private boolean inverted;
    private long seconds;
    private boolean reap;
    private long hits;
    private boolean sameTtl;
    private String name = "DEFAULT";
    private boolean destination;
    private int mask = -1;

    static ExtensionOption[] options() {
        return new ExtensionOption[] {
            ExtensionOption.flag("set", SET).orInverted().excluding(ACTIONS),
            ExtensionOption.flag("rcheck", 1).orInverted().excluding(ACTIONS),
            ExtensionOption.flag("update", 2).orInverted().excluding(ACTIONS),
            ExtensionOption.flag("remove", REMOVE).orInverted().excluding(ACTIONS),
            ExtensionOption.valued("seconds", SECONDS),
            ExtensionOption.flag("reap", REAP).requiring(1 << SECONDS),
            ExtensionOption.valued("hitcount", HITS),
            ExtensionOption.flag("rttl", SAME_TTL).excluding(1 << SET | 1 << REMOVE),
            ExtensionOption.valued("name", NAME),
            ExtensionOption.flag("rsource", SOURCE),
            ExtensionOption.flag("rdest", DESTINATION),
            ExtensionOption.valued("mask", 11)
        };
    }

    @Override
    public void option(int id, String argument, boolean inverted, RuleHead head) {
        switch (id) {
            case SECONDS -> seconds = OptionNumber.parse("recent", "seconds", argument, 1, MAX);
            case REAP -> reap = true;
            case HITS -> hits = OptionNumber.parse("recent", "hitcount", argument, 0, MAX);
            case SAME_TTL -> sameTtl = true;
            case NAME -> name = ProcName.cut(argument, NAME_FIELD);
            case SOURCE, DESTINATION -> destination = id == DESTINATION;
            case 11 -> mask = HostAddress.parseAddress(argument);
            default -> {
                action = Action.values()[id];
                this.inverted |= inverted;
            }
        }
    }

    @Override
    public Match finish(RuleHead head) {
        if (action == null) {
            throw Refusal.parameter("recent: you must specify one of `--set', `--rcheck' `--update' or `--remove'");
        }
        return new RecentMatch(
                new RecentMatch.Spec(action, inverted, seconds, reap, hits, sameTtl, name, destination, mask));
    }
}
