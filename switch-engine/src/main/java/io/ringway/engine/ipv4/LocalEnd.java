package io.ringway.engine.ipv4;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;
import io.ringway.nat.Hook;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.Stage;

/**
 * Where packets for the namespace itself end. A mute namespace takes what is for it and answers nothing but ARP: the capture
 * holds its answers already.
 */
public final class LocalEnd {
    private final Ipv4Stack stack;
    private LocalDelivery delivery;
    private boolean mute;
    private boolean confirming;
    private Listener listener;
    private SilentSockets sockets;

    /** Told of what reaches this namespace's own stack. */
    public interface Listener {
        void delivered(Frame frame);

        /** Whether an echo reply is for a {@code ping} of theirs. */
        default boolean awaits(Frame reply) {
            return false;
        }
    }

    LocalEnd(Ipv4Stack stack) {
        this.stack = stack;
    }

    /** What follows the INPUT hook. */
    Stage delivery(Stage output) {
        delivery = new LocalDelivery(stack, output);
        return delivery;
    }

    /** A packet for an ipvlan of this namespace: the INPUT hook was that of the lower device's. */
    public void deliverUp(Frame frame, Device in) {
        frame.setIngressIfindex(in.ifindex());
        if (mute && !stack.tunnels().takes(frame)) {
            deliver(frame, "mute");
        } else {
            delivery.receive(frame);
        }
    }

    /**
     * The packet has arrived.
     *
     * @param what what it was, for the trace
     */
    void deliver(Frame frame, String what) {
        Kernel kernel = stack.kernel();
        if (kernel.trace() != null) {
            stack.trace(frame, "local", "delivered: " + what);
        }
        if (listener != null) {
            listener.delivered(frame);
        }
        if (kernel.accounts().frameEnd() != null) {
            kernel.accounts().frameEnd().arrived(frame, stack.name());
        }
        kernel.accounts().deliver(frame);
    }

    /** A packet for a mute namespace, past the rules of INPUT. */
    void takeMutely(Frame frame) {
        if (confirming && !stack.netfilter().confirm(frame)) {
            stack.drop(frame, Hook.INPUT.name(), DropReason.NETFILTER_DROP);
        } else {
            deliver(frame, "mute");
        }
    }

    /** Whether somebody waits for this echo reply ({@code ping.c:ping_rcv()}). */
    boolean isAwaited(Frame reply) {
        return listener != null && listener.awaits(reply);
    }

    /**
     * Whether a packet that was delivered is for this host alone ({@code RTCF_LOCAL}): also one of its own to 0.0.0.0, or one
     * that a rule sent to a gateway which it is itself, of which the way was known when it came back.
     */
    boolean isMeantAlone(Frame frame) {
        int loopback = stack.loopback().ifindex();
        int destination = Ipv4Header.destination(frame, frame.networkOffset());
        if (frame.ingressIfindex() == loopback && (destination == 0 || isSentElsewhere(frame, destination))) {
            return true;
        }
        return stack.routing().type(destination, null) == AddressType.LOCAL;
    }

    private boolean isSentElsewhere(Frame frame, int destination) {
        return frame.egressIfindex() == frame.ingressIfindex() && frame.nextHop() != destination;
    }

    boolean isMute() {
        return mute;
    }

    public void setMute(boolean mute) {
        this.mute = mute;
    }

    /**
     * Whether a mute namespace confirms the connections of what it takes, as for programs whose answers come from elsewhere:
     * without, an answer of theirs would belong to no connection.
     */
    public void setConfirming(boolean confirming) {
        this.confirming = confirming;
    }

    /** Null when nobody listens. */
    public Listener listener() {
        return listener;
    }

    public void setListener(Listener listener) {
        this.listener = listener;
    }

    /** Null where no program listens. */
    public SilentSockets sockets() {
        return sockets;
    }

    public void setSockets(SilentSockets sockets) {
        this.sockets = sockets;
    }
}
