package io.ringway.nat.rules.target;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.HostAddress;
import io.ringway.nat.rules.extension.MaskedMark;
import io.ringway.nat.rules.extension.NameTable;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import java.math.BigInteger;

/**
 * {@code -j TPROXY} (xt_TPROXY.c:tproxy_tg4()): gives a packet to a transparent socket, and drops it where there is none. The
 * only sockets here are those of tunnels and the kernel's own, none of which is transparent.
 */
public record TransparentProxyTarget(int port, int address, MaskedMark mark) implements Target {
    private static final int ON_PORT = 0;
    private static final int ON_IP = 1;
    private static final int TPROXY_MARK = 2;

    /** Where {@code strtoul()} stops. */
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    public static final Extension<Target> EXTENSION = Extension.of(
            "TPROXY",
            Reading::new,
            ExtensionOption.valued("on-port", ON_PORT).required(),
            ExtensionOption.valued("on-ip", ON_IP),
            ExtensionOption.valued("tproxy-mark", TPROXY_MARK));

    private static final class Reading implements Extension.Reading<Target> {
        private int port;
        private int address;
        private MaskedMark mark = new MaskedMark(0, 0);

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case ON_PORT -> port = port(argument);
                case ON_IP -> address = HostAddress.parseAddress(argument);
                default -> mark = MaskedMark.parse("TPROXY", "tproxy-mark", argument);
            }
        }

        /** A number counts in its lowest 16 bits, unless it is negative in 32 ({@code getaddrinfo()}). */
        private static int port(String text) {
            int number = text.isEmpty() ? 0 : number(text.stripLeading());
            if (number >= 0) {
                return number & 0xffff;
            }
            int port = NameTable.servicePort(text, "tcp");
            port = port < 0 ? NameTable.servicePort(text, "udp") : port;
            if (port < 0) {
                throw Refusal.parameter("Port \"" + text + "\" does not resolve to anything.\n");
            }
            return port;
        }

        private static int number(String text) {
            String digits = text.startsWith("+") ? text.substring(1) : text;
            if (digits.isEmpty() || !digits.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
                return -1;
            }
            return new BigInteger(digits).min(LARGEST).intValue();
        }

        @Override
        public Target finish(RuleHead head) {
            return new TransparentProxyTarget(port, address, mark);
        }
    }

    @Override
    public String name() {
        return "TPROXY";
    }

    @Override
    public Verdict apply(Packet packet) {
        return Verdict.DROP;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(" --on-port ").append(port).append(" --on-ip ").append(Ipv4Address.format(address));
        appendMark(out.append(" --tproxy-mark "));
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" TPROXY redirect ")
                .append(Ipv4Address.format(address))
                .append(':')
                .append(port);
        appendMark(out.append(" mark "));
    }

    private void appendMark(StringBuilder out) {
        out.append(MaskedMark.hex(mark.value())).append('/').append(MaskedMark.hex(mark.mask()));
    }

    /** Only of TCP and UDP the kernel knows where the ports are ({@code tproxy_tg4_check()}). */
    @Override
    public String refusedWith(int protocol) {
        boolean known = protocol == Ipv4Header.PROTOCOL_TCP || protocol == Ipv4Header.PROTOCOL_UDP;
        return known ? null : "Invalid argument";
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return table == TableKind.MANGLE;
    }

    @Override
    public boolean allowedAt(Hook hook) {
        return hook == Hook.PREROUTING;
    }

    @Override
    public boolean joinsNamespace() {
        return true;
    }

    @Override
    public void enter(NamespaceState state) {
        state.reassemble();
    }

    @Override
    public void leave(NamespaceState state) {
        state.leaveInPieces();
    }
}
