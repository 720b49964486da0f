package io.ringway.conformance.compare;

import io.ringway.packet.Frame;
import java.util.HashMap;
import java.util.Map;

/**
 * Source ports that the kernel's NAT drew when programs talked, and the model's for the same packets: what the other side sent
 * back to the kernel's port is sent to the model's. One port stands for one other, as long as the case lasts.
 */
public final class AnswersToDrawnPorts implements FrameRule {
    private static final int TCP = 6;
    private static final int UDP = 17;

    /** The address that was given, and its port. */
    private record End(int protocol, int address, int port) {}

    private final Map<End, Integer> models = new HashMap<>();
    private final Map<End, Integer> kernels = new HashMap<>();

    @Override
    public String name() {
        return "answers to ports that NAT drew";
    }

    @Override
    public String reason() {
        return "drawn at random where MASQUERADE says so";
    }

    /** Learns from what left; {@link NatPortSymbols} excuses the difference. */
    @Override
    public byte[] align(byte[] injected, Sighting model, Sighting kernel, byte[] kernelBytes) {
        byte[] wanted = model.bytes();
        int at = Ipv4Bytes.header(wanted);
        if (at < 0 || at != Ipv4Bytes.header(kernelBytes) || !hasPorts(wanted, at) || !hasPorts(kernelBytes, at)) {
            return kernelBytes;
        }
        int source = Ipv4Bytes.i32(wanted, at + Ipv4Bytes.SOURCE);
        boolean sameSource = source == Ipv4Bytes.i32(kernelBytes, at + Ipv4Bytes.SOURCE);
        int ports = at + Ipv4Bytes.headerLength(wanted, at);
        int models = Ipv4Bytes.u16(wanted, ports);
        int kernels = Ipv4Bytes.u16(kernelBytes, ports);
        boolean sameDestination = Ipv4Bytes.i32(wanted, ports) << 16 == Ipv4Bytes.i32(kernelBytes, ports) << 16;
        if (sameSource && sameDestination && models != kernels) {
            learn(wanted[at + Ipv4Bytes.PROTOCOL], source, kernels, models);
        }
        return kernelBytes;
    }

    private void learn(int protocol, int address, int kernel, int model) {
        boolean fresh = !kernels.containsKey(new End(protocol, address, model));
        if (fresh && models.putIfAbsent(new End(protocol, address, kernel), model) == null) {
            kernels.put(new End(protocol, address, model), kernel);
        }
    }

    /** Sends an answer to the model's port. */
    public void redirect(Frame frame) {
        byte[] bytes = frame.toBytes();
        int at = Ipv4Bytes.header(bytes);
        if (at < 0 || !hasPorts(bytes, at)) {
            return;
        }
        int protocol = bytes[at + Ipv4Bytes.PROTOCOL];
        int port = at + Ipv4Bytes.headerLength(bytes, at) + 2;
        int before = Ipv4Bytes.u16(bytes, port);
        Integer after = models.get(new End(protocol, Ipv4Bytes.i32(bytes, at + Ipv4Bytes.DESTINATION), before));
        if (after != null) {
            Ipv4Bytes.put(bytes, port, after);
            Ipv4Bytes.update(bytes, port + (protocol == TCP ? 14 : 4), before, after);
            frame.put(0, bytes);
        }
    }

    private static boolean hasPorts(byte[] frame, int at) {
        int protocol = frame[at + Ipv4Bytes.PROTOCOL];
        return (protocol == TCP || protocol == UDP)
                && frame.length >= at + Ipv4Bytes.headerLength(frame, at) + (protocol == TCP ? 20 : 8);
    }
}
