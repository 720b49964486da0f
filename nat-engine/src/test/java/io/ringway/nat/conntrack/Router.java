package io.ringway.nat.conntrack;

import io.ringway.nat.AddressType;
import io.ringway.nat.Hook;
import io.ringway.nat.NamespaceView;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Randomness;
import java.util.ArrayList;
import java.util.List;

/** The smallest thing that forwards: a namespace's hooks in their order, without routes or rules of a language. */
final class Router implements NamespaceView {
    static final int LEFT = 2;
    static final int RIGHT = 3;

    /** A rule of the nat table, as the golden files have them: outwards for the source, inwards for the destination. */
    record Rule(String kind, int protocol, NatRange range) {
        boolean isAt(Hook hook, Frame frame) {
            boolean protocolFits = protocol == 0 || protocol == Ipv4Header.protocol(frame, frame.networkOffset());
            boolean inwards = kind.equals("dnat") || kind.equals("redirect");
            return protocolFits
                    && (inwards
                            ? hook == Hook.PREROUTING && frame.ingressIfindex() == LEFT
                            : hook == Hook.POSTROUTING && frame.egressIfindex() == RIGHT);
        }
    }

    final Connections connections;
    final Nat nat;
    final List<Rule> rules = new ArrayList<>();
    boolean translates;

    /** What {@code CONNMARK --set-mark} in FORWARD sets, 0 for no such rule. */
    int mark;

    long nowNs;

    Router() {
        Randomness randomness = new Randomness(1);
        connections = new Connections(this, new TrackingLimits());
        nat = new Nat(connections, this, randomness.stream("nat"));
    }

    /** False: dropped. What stands in the frame afterwards is what leaves. */
    boolean forward(Frame frame, int ingress) {
        if (!preroute(frame, ingress)) {
            return false;
        }
        frame.setRoute(ingress == LEFT ? RIGHT : LEFT, Ipv4Header.destination(frame, frame.networkOffset()));
        Ipv4Header.decreaseTtl(frame, frame.networkOffset());
        if (mark != 0 && frame.connection() != null) {
            ((Connection) frame.connection()).setMark(mark);
        }
        return translate(Hook.POSTROUTING, frame) && connections.confirm(frame);
    }

    boolean preroute(Frame frame, int ingress) {
        frame.setIngressIfindex(ingress);
        return connections.track(Hook.PREROUTING, frame) && translate(Hook.PREROUTING, frame);
    }

    boolean translate(Hook hook, Frame frame) {
        if (!translates) {
            return true;
        }
        if (nat.needsSetup(hook, frame) && !setup(hook, frame)) {
            return false;
        }
        return nat.translate(hook, frame);
    }

    private boolean setup(Hook hook, Frame frame) {
        for (Rule rule : rules) {
            if (rule.isAt(hook, frame)) {
                return switch (rule.kind()) {
                    case "masquerade" -> nat.masquerade(frame, rule.range());
                    case "redirect" -> nat.redirect(hook, frame, rule.range());
                    default -> nat.setup(hook, frame, rule.range());
                };
            }
        }
        return nat.setupNull(hook, frame);
    }

    @Override
    public String interfaceName(int ifindex) {
        return ifindex == LEFT ? "rleft" : "rright";
    }

    @Override
    public AddressType addressType(int address, int ifindex) {
        return AddressType.UNICAST;
    }

    @Override
    public int masqueradeAddress(int egressIfindex, int nextHop) {
        return egressIfindex == LEFT ? 0x0a000101 : 0x0a000201;
    }

    @Override
    public int firstAddress(int ifindex) {
        return ifindex == RIGHT ? 0x0a000201 : 0x0a000101;
    }

    @Override
    public boolean routeAgain(Frame frame) {
        return true;
    }

    @Override
    public int mtuBothWays(Frame frame) {
        return 1500;
    }

    @Override
    public void duplicate(Frame frame, Hook hook, int gateway, String out) {}

    @Override
    public boolean leadsBack(Frame frame, boolean anyInterface, boolean byMark, boolean acceptsLocal) {
        return true;
    }

    @Override
    public boolean hasUdpSocket(int port) {
        return false;
    }

    @Override
    public long wallNs() {
        return nowNs();
    }

    @Override
    public long nowNs() {
        return nowNs;
    }
}
