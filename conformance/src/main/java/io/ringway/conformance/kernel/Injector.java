package io.ringway.conformance.kernel;

import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Sends frames by interfaces of the lab, and packets from its namespaces' stacks. */
public final class Injector implements AutoCloseable {
    private final KernelLab lab;
    private final Map<InterfaceName, FrameSender> sockets = new HashMap<>();
    private final Map<InterfaceName, OutsideEnd> outside = new HashMap<>();

    public Injector(KernelLab lab) {
        this.lab = lab;
    }

    /** Makes an interface ready, so that the first frame costs no more than the others. */
    public void open(InterfaceName name) {
        sockets.computeIfAbsent(
                name,
                key -> lab.namespace(key.namespace()).inside(() -> key.isStack() ? new RawIpSocket() : sender(key)));
    }

    private static FrameSender sender(InterfaceName name) {
        try {
            return PcapSender.open(name.device());
        } catch (IOException e) {
            return new SendingSocket(KernelLab.ifindex(name));
        }
    }

    /**
     * @return how the kernel refused the frame, {@link Refusal#NONE} if it took it
     */
    public Refusal send(InterfaceName name, byte[] frame) {
        return sockets.get(name).send(frame);
    }

    /** Attaches to a tap from outside, which gives it a carrier. */
    public void attach(InterfaceName tap) {
        outside.computeIfAbsent(tap, key -> lab.namespace(key.namespace()).inside(() -> new OutsideEnd(key.device())));
    }

    /**
     * A frame arrives at a tap from outside.
     *
     * @return how the kernel refused the frame, {@link Refusal#NONE} if it took it
     */
    public Refusal arrive(InterfaceName tap, byte[] frame) {
        return Refusal.of(outside.get(tap).write(frame));
    }

    @Override
    public void close() {
        outside.values().forEach(OutsideEnd::close);
        sockets.values().forEach(FrameSender::close);
    }
}
