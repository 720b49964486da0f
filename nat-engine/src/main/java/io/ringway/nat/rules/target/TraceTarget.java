package io.ringway.nat.rules.target;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;

/** {@code -j TRACE} (nftables' {@code meta nftrace set 1}): every rule that the packet meets from here on is told. */
public record TraceTarget() implements Target {
    public static final Extension<Target> EXTENSION = Extension.of("TRACE", Reading::new);

    private static final class Reading implements Extension.Reading<Target> {
        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {}

        @Override
        public Target finish(RuleHead head) {
            return new TraceTarget();
        }
    }

    @Override
    public String name() {
        return "TRACE";
    }

    @Override
    public Verdict apply(Packet packet) {
        packet.frame().setFollowed(true);
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder out) {}

    @Override
    public void list(StringBuilder out, boolean numeric) {}

    @Override
    public boolean allowedIn(TableKind table) {
        return true;
    }
}
