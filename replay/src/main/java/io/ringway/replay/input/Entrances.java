package io.ringway.replay.input;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.device.Veth;
import io.ringway.packet.DropReason;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where the frames of captures can enter a model. */
public final class Entrances {
    private final Network network;
    private final LinkHeaders links;
    private final Completion completion = new Completion();

    public Entrances(Network network) {
        this.network = network;
        links = new LinkHeaders(network);
    }

    /** Every frame gets the MAC addresses of the model. */
    public void rewriteMac() {
        links.rewrite();
    }

    /** What is done to captured frames before they enter. */
    public Completion completion() {
        return completion;
    }

    /** Frames leave by an interface, or are sent by a stack. */
    public Entrance leaving(InterfaceName name) {
        return name.isStack()
                ? new StackEntrance(network, name.findNamespace(network))
                : leave(name.find(network), null);
    }

    /** As {@link #leaving}, for a capture with both directions in it, of which the other one is left out. */
    public Entrance leavingOf(InterfaceName name) {
        return new OwnDirection(leaving(name), name.findNamespace(network), name.isStack() ? null : name.find(network));
    }

    /** What arrives at a veth end comes out of its peer, what arrives at a tap from outside: there are no other ways. */
    public Entrance arriving(InterfaceName name) {
        if (name.isStack()) {
            throw ReplayException.usage(name + ": a stack sends packets; frames arrive at an interface, as "
                    + name.namespace() + ":eth0=FILE,in");
        }
        Device device = name.find(network);
        if (device instanceof Veth veth) {
            return leave(veth.peer(), veth);
        }
        if (device instanceof TapInterface tap) {
            return new OutsideEntrance(network, tap, links);
        }
        throw ReplayException.usage(
                name + " is a " + device.kind() + ": frames can only arrive at a veth end from outside or at a tap");
    }

    /**
     * As {@link #arriving}, for a capture with both directions in it: what was sent there is left out.
     *
     * @param ofAll whether it is of all interfaces, so that what was captured at another one is left out too
     * @param sender told whose frames they are, where it is the model that has him
     */
    public Entrance arrivingOf(InterfaceName name, boolean ofAll, Consumer<Namespace> sender) {
        Entrance inner = arriving(name);
        Device device = name.find(network);
        if (device instanceof Veth veth) {
            sender.accept(network.namespaceOf(veth.peer()));
        }
        OwnDirection own = new OwnDirection(inner, name.findNamespace(network), device);
        return new OtherDirection(inner, own, ofAll ? device.ifindex() : 0);
    }

    private Entrance leave(Device device, Device receiver) {
        Received backwards = new Received(network.namespaceOf(device), device);
        return new InterfaceEntrance(network, device, receiver, links, backwards);
    }

    /** What the user should know of the frames that entered. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (links.unknown() > 0) {
            warnings.add(links.unknown()
                    + " frames have no destination MAC: nobody in the model has the address that they go to");
        }
        warnings.addAll(completion.warnings());
        long refused = network.accounts().droppedFrames(DropReason.OVER_MTU_AT_INJECTION);
        if (refused > 0) {
            warnings.add(refused + " frames are larger than the MTU of the interface that was to send them: refused"
                    + " (they are no TCP or UDP packets, which would stand for several segments)");
        }
        return warnings;
    }
}
