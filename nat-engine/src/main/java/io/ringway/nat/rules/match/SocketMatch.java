package io.ringway.nat.rules.match;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.UdpHeader;

/**
 * {@code -m socket} (xt_socket.c:socket_match()): whether a socket waits for the packet. The only ones here that take packets by
 * their ports are those of tunnels over UDP: bound to no address, not transparent, without a mark.
 *
 * @param options bits of the ids
 */
public record SocketMatch(int options) implements Match {
    private static final int TRANSPARENT = 0;
    private static final int NO_WILDCARD = 1;
    private static final int RESTORE_MARK = 2;
    private static final String[] NAMES = {"transparent", "nowildcard", "restore-skmark"};

    public static final Extension<Match> EXTENSION = Extension.of(
            "socket",
            Reading::new,
            ExtensionOption.flag(NAMES[TRANSPARENT], TRANSPARENT),
            ExtensionOption.flag(NAMES[NO_WILDCARD], NO_WILDCARD),
            ExtensionOption.flag(NAMES[RESTORE_MARK], RESTORE_MARK));

    private static final class Reading implements Extension.Reading<Match> {
        private int options;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            options |= 1 << id;
        }

        @Override
        public Match finish(RuleHead head) {
            return new SocketMatch(options);
        }
    }

    private boolean has(int option) {
        return (options & (1 << option)) != 0;
    }

    @Override
    public String name() {
        return "socket";
    }

    @Override
    public Match fresh() {
        return new SocketMatch(options);
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

    @Override
    public boolean reachableFrom(Hook hook) {
        return hook == Hook.PREROUTING || hook == Hook.INPUT;
    }

    /** Without {@code --nowildcard}, a socket that is bound to no address does not count. */
    @Override
    public boolean matches(Packet packet) {
        if (!has(NO_WILDCARD) || has(TRANSPARENT)) {
            return false;
        }
        int port = ownUdpPort(packet);
        boolean waits = port >= 0 && packet.view().hasUdpSocket(port);
        if (waits && has(RESTORE_MARK)) {
            packet.frame().setMark(0);
        }
        return waits;
    }

    /** The port of this side, in an error that of the packet it quotes; -1 for none ({@code nf_sk_lookup_slow_v4()}). */
    private static int ownUdpPort(Packet packet) {
        Frame frame = packet.frame();
        int at = packet.transport();
        if (packet.protocol() == Ipv4Header.PROTOCOL_UDP) {
            return packet.transportBytes() < UdpHeader.LENGTH ? -1 : frame.u16(at + 2);
        }
        if (packet.protocol() != Ipv4Header.PROTOCOL_ICMP || packet.transportBytes() < IcmpHeader.LENGTH) {
            return -1;
        }
        int quoted = at + IcmpHeader.LENGTH;
        int end = at + packet.transportBytes();
        if (!IcmpHeader.isError(IcmpHeader.type(frame, at)) || quoted + Ipv4Header.MIN_LENGTH > end) {
            return -1;
        }
        int ports = quoted + Ipv4Header.headerLength(frame, quoted);
        boolean udp = Ipv4Header.protocol(frame, quoted) == Ipv4Header.PROTOCOL_UDP;
        return udp && ports + 4 <= end ? frame.u16(ports) : -1;
    }

    @Override
    public void save(StringBuilder out) {
        for (int i = 0; i < NAMES.length; i++) {
            out.append(has(i) ? " --" : "").append(has(i) ? NAMES[i] : "");
        }
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" socket");
        save(out);
    }
}
