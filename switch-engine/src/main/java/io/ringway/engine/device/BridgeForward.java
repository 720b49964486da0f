package io.ringway.engine.device;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;

/**
 * By which ports a bridge sends a frame, and whether it goes up as well; the last taker gets the frame itself, the others
 * copies ({@code br_forward.c:br_forward(), br_flood()}).
 */
final class BridgeForward {
    private final Bridge bridge;
    private final BridgePorts ports;
    private final Stage up;

    BridgeForward(Bridge bridge, BridgePorts ports, Stage up) {
        this.bridge = bridge;
        this.ports = ports;
        this.up = up;
    }

    /**
     * By one port, if that lets it out.
     *
     * @param to null when the address is the bridge's own
     * @param from where it came in, null for a frame of the bridge's own namespace
     */
    void toPort(BridgePort to, BridgePort from, Frame frame, boolean alsoUp) {
        boolean deliverable = to != null && to.shouldDeliver(from);
        if (deliverable) {
            send(from, to, alsoUp ? copy(frame) : frame);
        }
        finish(frame, alsoUp, deliverable);
    }

    /** By the ports that take such frames, the newest first. */
    void flood(BridgePort from, Frame frame, PortFlag wanted, boolean alsoUp) {
        BridgePort previous = null;
        boolean everywhere = from == null && wanted != PortFlag.FLOOD;
        for (int i = ports.count() - 1; i >= 0; i--) {
            BridgePort port = ports.get(i);
            if ((everywhere || port.has(wanted)) && port.shouldDeliver(from)) {
                if (previous != null) {
                    send(from, previous, copy(frame));
                }
                previous = port;
            }
        }
        if (previous != null) {
            send(from, previous, alsoUp ? copy(frame) : frame);
        }
        finish(frame, alsoUp, previous != null);
    }

    /** A copy of what had been reassembled does not keep its pieces ({@code skb_clone()}). */
    private Frame copy(Frame frame) {
        Frame copy = bridge.kernel.copy(frame);
        if (copy.fragments() != null) {
            copy.setFragments(copy.fragments().withoutPieces());
        }
        return copy;
    }

    private void send(BridgePort from, BridgePort to, Frame frame) {
        if (from != null && frame.bridgeInfo().portIn() != 0) {
            bridge.home().bridgeHooks().forward(bridge, to, frame);
        } else {
            to.send(frame);
        }
    }

    /** @param promiscuous whether it goes up because all do ({@code br_input.c:br_pass_frame_up()}) */
    void toHost(Frame frame, boolean promiscuous) {
        boolean seen = frame.bridgeInfo().portIn() != 0;
        if (!seen || bridge.home().bridgeHooks().passUp(frame, promiscuous)) {
            up.receive(frame);
        }
    }

    private void finish(Frame frame, boolean alsoUp, boolean sent) {
        if (alsoUp) {
            toHost(frame, bridge.filter().isPromiscuous());
        } else if (!sent) {
            bridge.drop(frame, DropReason.NO_TX_TARGET);
        }
    }
}
