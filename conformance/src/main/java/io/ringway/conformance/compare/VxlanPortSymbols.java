package io.ringway.conformance.compare;

import java.util.HashMap;
import java.util.Map;

/**
 * Source ports of VXLAN, as symbols: a tunnel takes a hash of the flow inside, keyed at boot, for a port of the
 * namespace's local range ({@code udp_tunnel.h:udp_flow_src_port()}). For one flow, in either direction and through any
 * tunnel, each port of the model stands for one of the kernel's. A lab that gives a range of its own, or whose connections
 * are compared, pins it to one port ({@code srcport 5000 5001}).
 */
public final class VxlanPortSymbols implements FrameRule {
    private static final int LOWEST = 32_768;
    private static final int HIGHEST = 60_998;
    private static final int TCP = 6;

    private final Map<Symbol, Integer> kernelPorts = new HashMap<>();
    private final Map<Symbol, Integer> modelPorts = new HashMap<>();

    /** What the kernel hashes, of the lower end first, with one side's port. */
    private record Symbol(int type, long low, long high, int protocol, int port) {}

    @Override
    public String name() {
        return "source ports of VXLAN";
    }

    @Override
    public String reason() {
        return "a hash of the flow inside with a random key";
    }

    @Override
    public byte[] align(byte[] injected, Sighting model, Sighting kernel, byte[] kernelBytes) {
        byte[] wanted = model.bytes();
        int at = Ipv4Bytes.header(wanted);
        boolean sameShape = at >= 0 && at == Ipv4Bytes.header(kernelBytes) && wanted.length == kernelBytes.length;
        if (!model.originated() || !sameShape) {
            return kernelBytes;
        }
        int quoted = Ipv4Bytes.quoted(wanted, at);
        int packet = quoted >= 0 ? quoted : at;
        int udp = VxlanBytes.udp(wanted, packet);
        if (!VxlanBytes.isTunnel(wanted, packet) || !VxlanBytes.isTunnel(kernelBytes, packet)) {
            return kernelBytes;
        }
        int modelPort = Ipv4Bytes.u16(wanted, udp);
        int kernelPort = Ipv4Bytes.u16(kernelBytes, udp);
        if (modelPort == kernelPort || !inRange(modelPort) || !inRange(kernelPort)) {
            return kernelBytes;
        }
        int inner = VxlanBytes.inner(wanted, packet);
        if (!(inner < 0 ? isKnown(modelPort, kernelPort) : learn(wanted, inner, modelPort, kernelPort))) {
            return kernelBytes;
        }
        byte[] aligned = kernelBytes.clone();
        int checksum = udp + VxlanBytes.UDP_CHECKSUM;
        boolean unfinished = quoted >= 0 && Ipv4Bytes.u16(wanted, checksum) == Ipv4Bytes.u16(kernelBytes, checksum);
        patch(aligned, udp, kernelPort, modelPort, !unfinished);
        if (quoted >= 0) {
            patchQuote(aligned, at, kernelBytes, udp, modelPort);
        }
        return aligned;
    }

    private static boolean inRange(int port) {
        return port >= LOWEST && port <= HIGHEST;
    }

    /** Whether some flow has those ports: that of a quote which was cut before its flow is one of them. */
    private boolean isKnown(int modelPort, int kernelPort) {
        return kernelPorts.entrySet().stream()
                .anyMatch(entry -> entry.getKey().port() == modelPort && entry.getValue() == kernelPort);
    }

    private boolean learn(byte[] frame, int inner, int modelPort, int kernelPort) {
        Integer knownKernel = kernelPorts.putIfAbsent(symbol(frame, inner, modelPort), kernelPort);
        Integer knownModel = modelPorts.putIfAbsent(symbol(frame, inner, kernelPort), modelPort);
        return (knownKernel == null || knownKernel == kernelPort) && (knownModel == null || knownModel == modelPort);
    }

    private static Symbol symbol(byte[] frame, int inner, int port) {
        int type = Ipv4Bytes.u16(frame, inner + 12);
        int at = inner + 14;
        if (type != 0x0800
                || frame.length < at + Ipv4Bytes.MIN_LENGTH
                || Ipv4Bytes.headerLength(frame, at) < Ipv4Bytes.MIN_LENGTH) {
            return new Symbol(type, 0, 0, 0, port);
        }
        int protocol = frame[at + Ipv4Bytes.PROTOCOL] & 0xff;
        int ports = at + Ipv4Bytes.headerLength(frame, at);
        boolean fragment = (Ipv4Bytes.u16(frame, at + 6) & 0x3fff) != 0;
        boolean hasPorts = !fragment && (protocol == TCP || protocol == VxlanBytes.UDP) && frame.length >= ports + 4;
        long source = (long) Ipv4Bytes.i32(frame, at + Ipv4Bytes.SOURCE) << 16;
        long destination = (long) Ipv4Bytes.i32(frame, at + Ipv4Bytes.DESTINATION) << 16;
        source |= hasPorts ? Ipv4Bytes.u16(frame, ports) : 0;
        destination |= hasPorts ? Ipv4Bytes.u16(frame, ports + 2) : 0;
        return new Symbol(type, Math.min(source, destination), Math.max(source, destination), protocol, port);
    }

    /** @param summed whether the checksum covers the port; that of a quoted packet that never left does not yet */
    private static void patch(byte[] frame, int udp, int before, int after, boolean summed) {
        Ipv4Bytes.put(frame, udp, after);
        int checksum = udp + VxlanBytes.UDP_CHECKSUM;
        if (summed && Ipv4Bytes.u16(frame, checksum) != 0) {
            Ipv4Bytes.update(frame, checksum, before, after);
            if (Ipv4Bytes.u16(frame, checksum) == 0) {
                Ipv4Bytes.put(frame, checksum, 0xffff);
            }
        }
    }

    /** The error's own checksum covers the port and the checksum that it quotes. */
    private static void patchQuote(byte[] frame, int at, byte[] before, int udp, int port) {
        int checksum = at + Ipv4Bytes.headerLength(frame, at) + 2;
        Ipv4Bytes.update(frame, checksum, Ipv4Bytes.u16(before, udp), port);
        int sum = udp + VxlanBytes.UDP_CHECKSUM;
        Ipv4Bytes.update(frame, checksum, Ipv4Bytes.u16(before, sum), Ipv4Bytes.u16(frame, sum));
    }
}
