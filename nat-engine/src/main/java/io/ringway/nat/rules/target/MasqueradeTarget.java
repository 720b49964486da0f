package io.ringway.nat.rules.target;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;

/** {@code -j MASQUERADE}: the source becomes the address of the interface that the packet leaves by (xt_MASQUERADE.c). */
public record MasqueradeTarget(NatOptions options) implements Target {
    public static final Extension<Target> EXTENSION = Extension.of(
            "MASQUERADE",
            Reading::new,
            ExtensionOption.valued("to-ports", NatOptions.TO_PORTS),
            ExtensionOption.flag("random", NatOptions.RANDOM),
            ExtensionOption.flag("random-fully", NatOptions.RANDOM_FULLY));

    private static final class Reading implements Extension.Reading<Target> {
        private final NatOptions.Reader reader = new NatOptions.Reader(false);

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            reader.option(id, argument, head);
        }

        @Override
        public Target finish(RuleHead head) {
            return new MasqueradeTarget(reader.finish());
        }
    }

    @Override
    public String name() {
        return "MASQUERADE";
    }

    @Override
    public Verdict apply(Packet packet) {
        return packet.nat().masquerade(packet.frame(), options.range()) ? Verdict.ACCEPT : Verdict.DROP;
    }

    @Override
    public void save(StringBuilder out) {
        options.save(out, " --to-ports ");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        options.list(out, " masq ports: ");
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
        return hook == Hook.POSTROUTING;
    }
}
