package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.Scope;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;

/** What a sender knows this host by when its packet was for others, too ({@code fib_frontend.c:fib_compute_spec_dst()}). */
final class KnownAddress {
    private KnownAddress() {}

    /**
     * The address that the way back prefers; without one, or to a sender without an address, the interface's.
     *
     * @param in null where it is not known any more
     * @return 0 for none
     */
    static int of(Ipv4Stack stack, Frame frame, int ip, Device in) {
        int sender = Ipv4Header.source(frame, ip);
        if (Ipv4Address.isZeroNet(sender) && in != null) {
            return stack.routing().select(in, sender, Scope.LINK);
        }
        int known = stack.sourceFor(sender);
        return known != 0 || in == null ? known : stack.routing().select(in, sender, Scope.UNIVERSE);
    }
}
