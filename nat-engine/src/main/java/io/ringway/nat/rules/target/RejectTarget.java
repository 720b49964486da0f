package io.ringway.nat.rules.target;

import io.ringway.nat.Hook;
import io.ringway.nat.Rejection;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.packet.Ipv4Header;

/** {@code -j REJECT} (ipt_REJECT.c:reject_tg()): drops, and has the sender told. */
public record RejectTarget(Rejection with) implements Target {
    public static final Extension<Target> EXTENSION =
            Extension.of("REJECT", Reading::new, ExtensionOption.valued("reject-with", 0));

    private static final class Reading implements Extension.Reading<Target> {
        private Rejection with = Rejection.PORT_UNREACHABLE;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            for (Rejection rejection : Rejection.values()) {
                if (begins(rejection.option(), argument) || begins(rejection.shortOption(), argument)) {
                    with = rejection;
                    return;
                }
            }
            throw Refusal.parameter("unknown reject type \"" + argument + "\"");
        }

        private static boolean begins(String name, String start) {
            return name.regionMatches(true, 0, start, 0, start.length());
        }

        @Override
        public Target finish(RuleHead head) {
            return new RejectTarget(with);
        }
    }

    @Override
    public String name() {
        return "REJECT";
    }

    @Override
    public Verdict apply(Packet packet) {
        packet.reject(with);
        return Verdict.DROP;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(" --reject-with ").append(with.option());
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" reject-with ").append(with.option());
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return table == TableKind.FILTER;
    }

    @Override
    public boolean allowedAt(Hook hook) {
        return hook == Hook.INPUT || hook == Hook.FORWARD || hook == Hook.OUTPUT;
    }

    @Override
    public int requiredProtocol() {
        return with == Rejection.TCP_RESET ? Ipv4Header.PROTOCOL_TCP : 0;
    }
}
