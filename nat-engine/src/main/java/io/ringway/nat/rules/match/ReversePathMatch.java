package io.ringway.nat.rules.match;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;

/**
 * {@code -m rpfilter} (ipt_rpfilter.c): whether the packet's source would be reached by the interface that it came by.
 *
 * @param options bits of the ids
 */
public record ReversePathMatch(int options) implements Match {
    private static final int LOOSE = 0;
    private static final int VALID_MARK = 1;
    private static final int ACCEPT_LOCAL = 2;
    private static final int INVERT = 3;
    private static final String[] NAMES = {"loose", "validmark", "accept-local", "invert"};

    public static final Extension<Match> EXTENSION = Extension.of(
            "rpfilter",
            Reading::new,
            ExtensionOption.flag(NAMES[LOOSE], LOOSE),
            ExtensionOption.flag(NAMES[VALID_MARK], VALID_MARK),
            ExtensionOption.flag(NAMES[ACCEPT_LOCAL], ACCEPT_LOCAL),
            ExtensionOption.flag(NAMES[INVERT], INVERT));

    private static final class Reading implements Extension.Reading<Match> {
        private int options;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            options |= 1 << id;
        }

        @Override
        public Match finish(RuleHead head) {
            return new ReversePathMatch(options);
        }
    }

    private boolean has(int option) {
        return (options & (1 << option)) != 0;
    }

    @Override
    public String name() {
        return "rpfilter";
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return table == TableKind.RAW || table == TableKind.MANGLE;
    }

    @Override
    public boolean reachableFrom(Hook hook) {
        return hook == Hook.PREROUTING;
    }

    @Override
    public boolean matches(Packet packet) {
        return packet.view().leadsBack(packet.frame(), has(LOOSE), has(VALID_MARK), has(ACCEPT_LOCAL)) != has(INVERT);
    }

    @Override
    public void save(StringBuilder out) {
        append(out, " --");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" rpfilter");
        append(out, " ");
    }

    private void append(StringBuilder out, String before) {
        for (int i = 0; i < NAMES.length; i++) {
            out.append(has(i) ? before : "").append(has(i) ? NAMES[i] : "");
        }
    }
}
