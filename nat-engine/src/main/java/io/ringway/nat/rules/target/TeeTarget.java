package io.ringway.nat.rules.target;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.HostAddress;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.packet.Ipv4Address;

/** {@code -j TEE} (xt_TEE.c:tee_tg4()): sends a copy to another gateway, and lets the packet go on. */
public record TeeTarget(int gateway, String out) implements Target {
    private static final int GATEWAY = 0;
    private static final int MAX_NAME = 15;

    public static final Extension<Target> EXTENSION = Extension.of(
            "TEE",
            Reading::new,
            ExtensionOption.valued("gateway", GATEWAY).required(),
            ExtensionOption.valued("oif", 1));

    private static final class Reading implements Extension.Reading<Target> {
        private int gateway;
        private String out = "";

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            if (id != GATEWAY) {
                out = argument.length() > MAX_NAME ? argument.substring(0, MAX_NAME) : argument;
                return;
            }
            gateway = HostAddress.parseAddress(argument);
        }

        @Override
        public Target finish(RuleHead head) {
            return new TeeTarget(gateway, out);
        }
    }

    @Override
    public String name() {
        return "TEE";
    }

    @Override
    public Verdict apply(Packet packet) {
        packet.view().duplicate(packet.frame(), packet.hook(), gateway, out);
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder text) {
        text.append(" --gateway ").append(Ipv4Address.format(gateway));
        if (!out.isEmpty()) {
            text.append(" --oif ").append(out);
        }
    }

    @Override
    public void list(StringBuilder text, boolean numeric) {
        text.append(" TEE gw:").append(Ipv4Address.format(gateway));
        if (!out.isEmpty()) {
            text.append(" oif=").append(out);
        }
    }

    /** The kernel has no use for a gateway of zeros ({@code tee_tg_check()}). */
    @Override
    public boolean allowedIn(TableKind table) {
        return gateway != 0;
    }
}
