package io.ringway.engine.ipv4;

import io.ringway.engine.core.Place;
import io.ringway.nat.Hook;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.PacketType;
import io.ringway.packet.Stage;

/**
 * A host hears its own broadcasts: a copy goes through POSTROUTING on its own, then back by way of the backlog, as if the
 * interface had received it, but for observers; nobody looks at checksums then ({@code ip_output.c:ip_mc_output()}, {@code dev.c:dev_loopback_xmit()}).
 */
final class BroadcastLoop implements Place {
    private final Ipv4Stack stack;
    private final Stage copies;
    private final Stage backlog;
    private final Stage receive;

    /** @param receive where packets of this namespace arrive */
    BroadcastLoop(Ipv4Stack stack, Stage receive) {
        this.stack = stack;
        this.receive = receive;
        backlog = stack.kernel().executor().queued(this::arrive, this);
        copies = stack.kernel().executor().direct(new HookStage(stack, Hook.POSTROUTING, this::back));
    }

    /** Only looks at the packet, which goes on. */
    void hear(Frame sent) {
        copies.receive(stack.kernel().copy(sent));
    }

    private void back(Frame copy) {
        EthernetHeader.set(copy, 0, 0, EthernetHeader.TYPE_IPV4);
        copy.setPacketType(PacketType.LOOPED_BACK);
        if (copy.checksum() == ChecksumState.NONE) {
            copy.setChecksum(ChecksumState.UNNECESSARY);
        }
        copy.setIngressIfindex(copy.egressIfindex());
        backlog.receive(copy);
    }

    private void arrive(Frame copy) {
        receive.receive(copy);
    }

    @Override
    public String namespace() {
        return stack.name();
    }

    @Override
    public String place() {
        return "broadcasts of its own";
    }
}
