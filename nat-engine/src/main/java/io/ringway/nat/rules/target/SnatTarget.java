package io.ringway.nat.rules.target;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;

/** {@code -j SNAT}: a new source for the connection (xt_nat.c:xt_snat_target_v1()). */
public record SnatTarget(NatOptions options) implements Target {
    public static final Extension<Target> EXTENSION = Extension.of(
            "SNAT",
            Reading::new,
            ExtensionOption.valued("to-source", NatOptions.TO_ADDRESS).required(),
            ExtensionOption.flag("random", NatOptions.RANDOM),
            ExtensionOption.flag("random-fully", NatOptions.RANDOM_FULLY),
            ExtensionOption.flag("persistent", NatOptions.PERSISTENT));

    private static final class Reading implements Extension.Reading<Target> {
        private final NatOptions.Reader reader = new NatOptions.Reader(false);

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            reader.option(id, argument, head);
        }

        @Override
        public Target finish(RuleHead head) {
            return new SnatTarget(reader.finish());
        }
    }

    @Override
    public String name() {
        return "SNAT";
    }

    @Override
    public Verdict apply(Packet packet) {
        return packet.nat().setup(packet.hook(), packet.frame(), options.range()) ? Verdict.ACCEPT : Verdict.DROP;
    }

    @Override
    public void save(StringBuilder out) {
        options.save(out, " --to-source ");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        options.list(out, " to:");
    }

    @Override
    public boolean needsTracking() {
        return true;
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return table == TableKind.NAT;
    }

    @Override
    public boolean allowedAt(Hook hook) {
        return hook == Hook.POSTROUTING || hook == Hook.INPUT;
    }
}
