package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;

/** A packet for somebody else: TTL, MTU, perhaps a redirect, then the FORWARD hook ({@code ip_forward.c:ip_forward()}). */
final class Forward implements Stage {
    private final Ipv4Stack stack;
    private final Stage hook;
    private final ForwardOptions options;

    Forward(Ipv4Stack stack, ForwardOptions options, Stage hook) {
        this.stack = stack;
        this.hook = hook;
        this.options = options;
    }

    @Override
    public void receive(Frame frame) {
        int at = frame.networkOffset();
        if (frame.packetType() != PacketType.HOST) {
            stack.drop(frame, "forward", DropReason.NOT_SPECIFIED);
            return;
        }
        if (Ipv4Header.ttl(frame, at) <= 1) {
            stack.snmp().count(SnmpCounter.IP_IN_HDR_ERRORS);
            stack.icmpError().send(frame, IcmpHeader.TIME_EXCEEDED, 0, 0, false);
            stack.drop(frame, "forward", DropReason.IP_INHDR);
            return;
        }
        if (IpOptions.has(frame.ipOptions(), IpOptions.STRICT) && options.strictHop(frame) != frame.nextHop()) {
            stack.icmpError().send(frame, IcmpHeader.DESTINATION_UNREACHABLE, IcmpError.SOURCE_ROUTE_FAILED, 0, false);
            stack.drop(frame, "forward", DropReason.NOT_SPECIFIED);
            return;
        }
        Device out = stack.device(frame.egressIfindex());
        stack.snmp().count(SnmpCounter.IP_FORW_DATAGRAMS);
        int mtu = PacketOutput.mtu(frame, out);
        if (Fragmentation.forbidden(frame, mtu)) {
            stack.snmp().count(SnmpCounter.IP_FRAG_FAILS);
            stack.icmpError()
                    .send(frame, IcmpHeader.DESTINATION_UNREACHABLE, IcmpError.FRAGMENTATION_NEEDED, mtu, false);
            stack.drop(frame, "forward", DropReason.PKT_TOO_BIG);
            return;
        }
        Ipv4Header.decreaseTtl(frame, at);
        boolean sourceRouted = IpOptions.at(frame.ipOptions(), IpOptions.SOURCE_ROUTE_AT) != 0;
        if (frame.redirects() && !sourceRouted) {
            redirect(frame, out);
        }
        hook.receive(frame);
    }

    /** Tells a sender on the same link of the shorter way ({@code route.c:__mkroute_input(), ip_rt_send_redirect()}). */
    private void redirect(Frame frame, Device out) {
        int source = Ipv4Header.source(frame, frame.networkOffset());
        if (stack.settings().sendsRedirects(out)
                && stack.peers().get(source).allowsRedirect(stack.kernel().jiffies())) {
            stack.icmpError().send(frame, IcmpHeader.REDIRECT, IcmpError.REDIRECT_HOST, frame.nextHop(), false);
        }
    }
}
