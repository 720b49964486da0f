package io.ringway.nat.rules.target;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.nat.rules.target.NatOptions.Base;
import java.util.Set;

/** The targets that translate a connection; what its first packet is given, all others get. */
public record NatTarget(Kind kind, NatOptions options) implements Target {
    private static final ExtensionOption TO_PORTS = ExtensionOption.valued("to-ports", NatOptions.TO_PORTS);
    private static final ExtensionOption RANDOM = ExtensionOption.flag("random", NatOptions.RANDOM);
    private static final ExtensionOption RANDOM_FULLY = ExtensionOption.flag("random-fully", NatOptions.RANDOM_FULLY);
    private static final ExtensionOption PERSISTENT = ExtensionOption.flag("persistent", NatOptions.PERSISTENT);

    public static final Extension<Target> DNAT = extension(Kind.DNAT, address("to-destination"), RANDOM, PERSISTENT);
    public static final Extension<Target> SNAT =
            extension(Kind.SNAT, address("to-source"), RANDOM, RANDOM_FULLY, PERSISTENT);
    public static final Extension<Target> MASQUERADE = extension(Kind.MASQUERADE, TO_PORTS, RANDOM, RANDOM_FULLY);
    public static final Extension<Target> REDIRECT = extension(Kind.REDIRECT, TO_PORTS, RANDOM);

    /** Which end of the connection becomes what. */
    public enum Kind {
        /** A new destination (xt_nat.c:xt_dnat_target_v2()). */
        DNAT(" --to-destination ", " to:", Base.KEPT, Hook.PREROUTING, Hook.OUTPUT),
        /** A new source (xt_nat.c:xt_snat_target_v1()). */
        SNAT(" --to-source ", " to:", Base.LOST, Hook.POSTROUTING, Hook.INPUT),
        /** The source becomes the address of the interface that the packet leaves by (xt_MASQUERADE.c). */
        MASQUERADE(" --to-ports ", " masq ports: ", Base.LOST, Hook.POSTROUTING),
        /** The destination becomes this host (xt_REDIRECT.c). */
        REDIRECT(" --to-ports ", " redir ports ", Base.REFUSED, Hook.PREROUTING, Hook.OUTPUT);

        private final String saved;
        private final String listed;
        private final Base base;
        private final Set<Hook> hooks;

        Kind(String saved, String listed, Base base, Hook... hooks) {
            this.saved = saved;
            this.listed = listed;
            this.base = base;
            this.hooks = Set.of(hooks);
        }
    }

    private static final class Reading implements Extension.Reading<Target> {
        private final Kind kind;
        private final NatOptions.Reader reader;

        Reading(Kind kind) {
            this.kind = kind;
            reader = new NatOptions.Reader(kind.base);
        }

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            reader.option(id, argument, head);
        }

        @Override
        public Target finish(RuleHead head) {
            return new NatTarget(kind, reader.finish());
        }
    }

    private static Extension<Target> extension(Kind kind, ExtensionOption... options) {
        return Extension.of(kind.name(), () -> new Reading(kind), options);
    }

    private static ExtensionOption address(String option) {
        return ExtensionOption.valued(option, NatOptions.TO_ADDRESS).required();
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Verdict apply(Packet packet) {
        boolean done = switch (kind) {
            case DNAT, SNAT -> packet.nat().setup(packet.hook(), packet.frame(), options.range());
            case MASQUERADE -> packet.nat().masquerade(packet.frame(), options.range());
            case REDIRECT -> packet.nat().redirect(packet.hook(), packet.frame(), options.range());
        };
        return done ? Verdict.ACCEPT : Verdict.DROP;
    }

    @Override
    public void save(StringBuilder out) {
        options.save(out, kind.saved);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        options.list(out, kind.listed);
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
        return kind.hooks.contains(hook);
    }
}
