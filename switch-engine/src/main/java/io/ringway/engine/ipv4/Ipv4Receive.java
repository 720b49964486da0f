package io.ringway.engine.ipv4;

import io.ringway.engine.core.Executor;
import io.ringway.engine.device.ListStage;
import io.ringway.nat.Hook;
import io.ringway.nat.conntrack.ConnectionInfo;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketSocket;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;
import java.util.ArrayDeque;

/**
 * The door of the stack: a sound header or a drop, padding cut off, fragments gathered
 * where conntrack is in use ({@code ip_input.c:ip_rcv()}).
 */
final class Ipv4Receive implements Stage {
    private final Ipv4Stack stack;
    private final Stage route;
    private final ArrayDeque<Frame> passed = new ArrayDeque<>();

    /** Where frames go at present: one by one, or those of a list. */
    private Stage prerouting;

    private Stage afterPrerouting;

    Ipv4Receive(Ipv4Stack stack, Stage route) {
        this.stack = stack;
        this.route = route;
    }

    /** The stage for everyone else, with the hook behind it. */
    ListStage linked(Executor executor) {
        Stage single = executor.direct(new HookStage(stack, Hook.PREROUTING, route));
        Stage listed = new HookStage(stack, Hook.PREROUTING, passed::add);
        Stage linked = executor.direct(this);
        prerouting = single;
        afterPrerouting = route;
        return new ListStage() {
            @Override
            public void receive(Frame frame) {
                linked.receive(frame);
            }

            @Override
            public void receiveList(Frame[] list, int frames) {
                prerouting = listed;
                afterPrerouting = passed::add;
                for (int i = 0; i < frames; i++) {
                    Ipv4Receive.this.receive(list[i]);
                }
                prerouting = single;
                afterPrerouting = route;
                while (!passed.isEmpty()) {
                    route.receive(passed.poll());
                }
            }
        };
    }

    @Override
    public void receive(Frame frame) {
        frame.setSentByIcmp(false);
        frame.setSocket(PacketSocket.NONE);
        if (frame.packetType() == PacketType.OTHERHOST) {
            stack.drop(frame, "ip_rcv", DropReason.OTHERHOST);
            return;
        }
        stack.snmp()
                .count(
                        SnmpCounter.IP_IN_RECEIVES,
                        SnmpCounter.IP_EXT_IN_OCTETS,
                        frame.length() - EthernetHeader.LENGTH);
        DropReason reason = check(frame);
        if (reason != null) {
            count(frame, reason);
            stack.drop(frame, "ip_rcv", reason);
            return;
        }
        stack.snmp().countEcn(Ipv4Header.tos(frame, EthernetHeader.LENGTH));
        if (frame.bridgeInfo().portIn() != 0 && !frame.bridgeInfo().isPastBridge()) {
            // The bridge asked already: br_netfilter_hooks.c:ip_sabotage_in().
            frame.bridgeInfo().setPastBridge(true);
            if (frame.fragments() != null) {
                // What the bridge noted of its pieces is overwritten (ip_input.c:ip_rcv_core()).
                frame.setFragments(frame.fragments().withoutSizes());
            }
            afterPrerouting.receive(frame);
            return;
        }
        if (Ipv4Header.isFragment(frame, EthernetHeader.LENGTH)
                && stack.netfilter().reassembles()) {
            defragment(frame);
            return;
        }
        prerouting.receive(frame);
    }

    /** Conntrack wants whole packets, except those that the loopback brings untracked ({@code ipv4_conntrack_defrag()}). */
    private void defragment(Frame frame) {
        boolean asItIs = ConnectionInfo.isUntracked(frame);
        Frame whole = asItIs ? frame : stack.reassembly().gather(frame, FragmentUser.CONNTRACK_IN);
        if (whole != null) {
            prerouting.receive(whole);
        }
    }

    private void count(Frame frame, DropReason reason) {
        int at = EthernetHeader.LENGTH;
        if (frame.length() >= at + Ipv4Header.MIN_LENGTH && Ipv4Header.hasSoundStart(frame, at)) {
            stack.snmp().countEcn(Ipv4Header.tos(frame, at));
        }
        if (reason == DropReason.PKT_TOO_SMALL) {
            stack.snmp().count(SnmpCounter.IP_EXT_IN_TRUNCATED_PKTS);
            return;
        }
        if (reason == DropReason.IP_CSUM) {
            stack.snmp().count(SnmpCounter.IP_EXT_IN_CSUM_ERRORS);
        }
        stack.snmp().count(SnmpCounter.IP_IN_HDR_ERRORS);
    }

    private DropReason check(Frame frame) {
        int at = EthernetHeader.LENGTH;
        DropReason reason = Ipv4Header.check(frame, at);
        if (reason != null) {
            return reason;
        }
        frame.setNetworkOffset(at);
        frame.setIpOptions(0);
        frame.setTransportOffset(at + Ipv4Header.headerLength(frame, at));
        frame.setLength(at + Ipv4Header.totalLength(frame, at));
        return null;
    }
}
