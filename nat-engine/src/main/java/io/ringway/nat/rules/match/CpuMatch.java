package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;

/** {@code -m cpu} (xt_cpu.c:cpu_mt()): the processor at work, which here is always the first. */
public record CpuMatch(long cpu, boolean inverted) implements Match {
    private static final long MAX = 0xffff_ffffL;

    public static final Extension<Match> EXTENSION = Extension.of(
            "cpu", Reading::new, ExtensionOption.valued("cpu", 0).orInverted().required());

    private static final class Reading implements Extension.Reading<Match> {
        private Match match;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            match = new CpuMatch(OptionNumber.parse("cpu", "cpu", argument, 0, MAX), inverted);
        }

        @Override
        public Match finish(RuleHead head) {
            return match;
        }
    }

    @Override
    public String name() {
        return "cpu";
    }

    @Override
    public boolean matches(Packet packet) {
        return (cpu == 0) != inverted;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(inverted ? " ! --cpu " : " --cpu ").append(cpu);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(inverted ? " cpu ! " : " cpu ").append(cpu);
    }
}
