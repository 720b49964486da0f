package io.ringway.engine.ipv4;

import io.ringway.engine.route.Flow;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketSocket;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;
import io.ringway.packet.TransmitOutcome;

/**
 * A packet made in this namespace: routed, the OUTPUT hook, which may have it routed again, then the same way out as
 * any other ({@code ip_output.c:ip_local_out()}, {@code netfilter.c:ip_route_me_harder()}).
 */
final class LocalOutput implements Stage, TransmitOutcome {
    private final Ipv4Stack stack;
    private final Stage outputHook;
    private final Stage postrouting;
    private final BroadcastLoop loop;
    private final OutputRoute way;
    private final Flow flow = new Flow();

    /** @param receive where what this host sends to everybody comes back */
    LocalOutput(Ipv4Stack stack, Stage postrouting, Stage receive) {
        loop = new BroadcastLoop(stack, receive);
        this.stack = stack;
        this.postrouting = postrouting;
        way = new OutputRoute(stack);
        outputHook = stack.kernel()
                .executor()
                .direct(new HookStage(
                        stack,
                        io.ringway.nat.Hook.OUTPUT,
                        stack.kernel().executor().direct(this::afterHook)));
    }

    /** Takes a frame whose IPv4 header is complete; a route that its sender chose stays. */
    @Override
    public void receive(Frame frame) {
        frame.setIngressIfindex(0);
        frame.setPacketType(PacketType.OUTGOING);
        if (frame.egressIfindex() != 0 || route(frame)) {
            frame.setOutcome(this);
            receiveRouted(frame);
        } else {
            stack.drop(frame, "output", DropReason.IP_OUTNOROUTES);
        }
    }

    @Override
    public void sent(Frame frame) {}

    /** The answer of whoever dropped it comes back to the sender, which counts it ({@code ip_output.c:ip_send_skb()}). */
    @Override
    public void refused(Frame frame, DropReason reason) {
        stack.snmp().count(SnmpCounter.IP_OUT_DISCARDS);
    }

    /** As {@link #receive}, for a frame whose route is set. Its sender counts for himself. */
    void receiveRouted(Frame frame) {
        stack.snmp().count(SnmpCounter.IP_OUT_REQUESTS);
        toHook(frame);
    }

    /** As {@link #receiveRouted}, without counting a request ({@code raw.c:raw_send_hdrinc()}). */
    void receiveRaw(Frame frame) {
        frame.setIngressIfindex(0);
        frame.setPacketType(PacketType.OUTGOING);
        toHook(frame);
    }

    private void toHook(Frame frame) {
        if (Ipv4Header.isFragment(frame, frame.networkOffset())
                && stack.netfilter().reassembles()) {
            defragment(frame);
            return;
        }
        outputHook.receive(frame);
    }

    /**
     * A fragment that waits, or waits no longer, is no failure to its sender ({@code nf_defrag_ipv4.c}: NF_STOLEN). The whole
     * packet is the socket's that the last one came from ({@code inet_fragment.c:inet_frag_reasm_prepare()}).
     */
    private void defragment(Frame frame) {
        TransmitOutcome sender = frame.outcome();
        PacketSocket socket = frame.socket();
        frame.setOutcome(null);
        Frame whole = stack.reassembly().gather(frame, FragmentUser.CONNTRACK_OUT);
        if (whole != null) {
            whole.setOutcome(sender);
            whole.setSocket(socket);
            outputHook.receive(whole);
        }
    }

    private void afterHook(Frame frame) {
        if (frame.toEverybody()) {
            loop.hear(frame);
            stack.kernel().executor().allowSoftirqs();
            if (staysHere(frame)) {
                TransmitOutcome.tellSent(frame);
                stack.drop(frame, "output", DropReason.NOT_SPECIFIED);
                return;
            }
        }
        postrouting.receive(frame);
    }

    /** What is for a group of this host and has no hop to go ({@code ip_mc_output()}). */
    private static boolean staysHere(Frame frame) {
        int at = frame.networkOffset();
        return Ipv4Header.ttl(frame, at) == 0 && Ipv4Address.isMulticast(Ipv4Header.destination(frame, at));
    }

    private boolean route(Frame frame) {
        flow.of(frame);
        if (stack.routing().needsPorts()) {
            flow.dissect(frame);
        }
        if (way.find(flow, false) != null) {
            return false;
        }
        way.apply(frame, flow.destination);
        return true;
    }
}
