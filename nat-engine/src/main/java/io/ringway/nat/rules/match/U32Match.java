package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;

/** {@code -m u32} (xt_u32.c:u32_mt()): arithmetic over words of the packet; inverted, it takes what ends before a word, too. */
public record U32Match(U32Condition[] tests, boolean inverted) implements Match {
    public static final Extension<Match> EXTENSION = Extension.of(
            "u32", Reading::new, ExtensionOption.valued("u32", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            match = new U32Match(new U32Reader(argument).read(), inverted);
        }

        @Override
        public Match finish(RuleHead head) {
            return match;
        }
    }

    @Override
    public String name() {
        return "u32";
    }

    @Override
    public String refusedWith() {
        for (U32Condition test : tests) {
            if (test.shiftsTooFar()) {
                return "Invalid argument";
            }
        }
        return null;
    }

    @Override
    public boolean matches(Packet packet) {
        int start = packet.frame().networkOffset();
        for (U32Condition test : tests) {
            if (!test.holds(packet.frame(), start, packet.lengthBytes())) {
                return inverted;
            }
        }
        return !inverted;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --u32 " : " --u32 ");
        append(out);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(inverted ? " u32 ! " : " u32 ");
        append(out);
    }

    private void append(StringBuilder out) {
        String separator = "\"";
        for (U32Condition test : tests) {
            out.append(separator);
            test.append(out);
            separator = "&&";
        }
        out.append('"');
    }
}
