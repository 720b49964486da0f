package io.ringway.nat.rules.target;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;

/** {@code -j REDIRECT}: the destination becomes this host (xt_REDIRECT.c). */
public record RedirectTarget(NatOptions options) implements Target {
    public static final Extension<Target> EXTENSION = Extension.of(
            "REDIRECT",
            Reading::new,
            ExtensionOption.valued("to-ports", NatOptions.TO_PORTS),
            ExtensionOption.flag("random", NatOptions.RANDOM));

    private static final class Reading implements Extension.Reading<Target> {
        private final NatOptions.Reader reader = new NatOptions.Reader(false);

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            reader.option(id, argument, head);
        }

        @Override
        public Target finish(RuleHead head) {
            return new RedirectTarget(reader.finish());
        }
    }

    @Override
    public String name() {
        return "REDIRECT";
    }

    @Override
    public Verdict apply(Packet packet) {
        int address = packet.view().masqueradeAddress(packet.frame().ingressIfindex(), 0);
        return packet.nat().redirect(packet.hook(), packet.frame(), options.range(), address)
                ? Verdict.ACCEPT
                : Verdict.DROP;
    }

    @Override
    public void save(StringBuilder out) {
        options.save(out, " --to-ports ");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        options.list(out, " redir ports ");
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
        return hook == Hook.PREROUTING || hook == Hook.OUTPUT;
    }
}
