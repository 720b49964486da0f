package io.ringway.engine.ipv4;

import io.ringway.nat.AddressType;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Stage;

/**
 * Behind the FORWARD hook: the address of the way out goes into the options that ask for it, the next hop of a source
 * route into the destination ({@code ip_options.c:ip_forward_options()}).
 */
final class ForwardOptions implements Stage {
    private final Ipv4Stack stack;
    private final Stage next;

    ForwardOptions(Ipv4Stack stack, Stage next) {
        this.stack = stack;
        this.next = next;
    }

    @Override
    public void receive(Frame frame) {
        if (frame.ipOptions() != 0) {
            write(frame, frame.networkOffset(), frame.ipOptions());
        }
        next.receive(frame);
    }

    private void write(Frame frame, int at, int options) {
        if (IpOptions.has(options, IpOptions.RECORDS_ADDRESS)) {
            int route = at + IpOptions.at(options, IpOptions.RECORD_ROUTE_AT);
            frame.putI32(route + frame.u8(route + 2) - 5, sourceTo(frame.nextHop()));
        }
        if (IpOptions.has(options, IpOptions.ROUTE_HIT)) {
            takeHop(frame, at, at + IpOptions.at(options, IpOptions.SOURCE_ROUTE_AT));
            if (IpOptions.has(options, IpOptions.STAMPS_ADDRESS)) {
                int stamps = at + IpOptions.at(options, IpOptions.TIMESTAMP_AT);
                frame.putI32(stamps + frame.u8(stamps + 2) - 9, sourceTo(frame.nextHop()));
            }
        }
        if (IpOptions.has(options, IpOptions.CHANGED)) {
            frame.setIpOptions(options & ~IpOptions.CHANGED);
            Ipv4Header.reshape(frame, at, Ipv4Header.totalLength(frame, at), frame.u16(at + 6));
        }
    }

    private void takeHop(Frame frame, int at, int route) {
        int pointer = pointerToHop(frame, route);
        int hop = frame.i32(route + pointer - 1);
        frame.putI32(at + 16, hop);
        frame.putI32(route + pointer - 1, sourceTo(hop));
        frame.putU8(route + 2, pointer + 4);
    }

    /** Where the source route names the hop that the packet is sent to: the first that is not this host. */
    private int pointerToHop(Frame frame, int route) {
        int pointer = frame.u8(route + 2);
        while (pointer + 7 <= frame.u8(route + 1)
                && stack.routing().type(frame.i32(route + pointer - 1), null) == AddressType.LOCAL) {
            pointer += 4;
        }
        return pointer;
    }

    /** The hop of a strict source route, which has to be a neighbour. */
    int strictHop(Frame frame) {
        int route = frame.networkOffset() + IpOptions.at(frame.ipOptions(), IpOptions.SOURCE_ROUTE_AT);
        return frame.i32(route + pointerToHop(frame, route) - 1);
    }

    private int sourceTo(int nextHop) {
        return stack.sourceFor(nextHop);
    }
}
