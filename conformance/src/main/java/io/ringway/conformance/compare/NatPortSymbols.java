package io.ringway.conformance.compare;

import java.util.HashMap;
import java.util.Map;

/**
 * Source ports and ICMP ids that NAT drew at random because the packet's own was taken
 * ({@code nf_nat_core.c:nf_nat_l4proto_unique_tuple()}), as symbols: for one protocol, source and destination, each of
 * the model's stands for one of the kernel's. Where either side kept the packet's own port, or left its class
 * (below 512, below 1024, the others), the difference stays one.
 */
public final class NatPortSymbols implements FrameRule, StateRule {
    private static final int TCP = 6;
    private static final int UDP = 17;

    private final Map<Flow, Integer> kernelPorts = new HashMap<>();
    private final Map<Flow, Integer> modelPorts = new HashMap<>();
    private final Map<Integer, Integer> seen = new HashMap<>();

    private record Flow(int source, int destination, int protocol, int destinationPort, int port) {}

    @Override
    public String name() {
        return "ports that NAT drew";
    }

    @Override
    public String reason() {
        return "drawn at random where the packet's own port is taken";
    }

    @Override
    public byte[] align(byte[] injected, Sighting model, Sighting kernel, byte[] kernelBytes) {
        byte[] wanted = model.bytes();
        int at = Ipv4Bytes.header(wanted);
        int own = Ipv4Bytes.header(injected);
        boolean sameShape =
                at >= 0 && own >= 0 && at == Ipv4Bytes.header(kernelBytes) && wanted.length == kernelBytes.length;
        if (!sameShape || !translated(injected, own, wanted, at) || !sameAddresses(wanted, kernelBytes, at)) {
            return kernelBytes;
        }
        int field = portOffset(wanted, at);
        int ownField = portOffset(injected, own);
        if (field < 0 || ownField < 0 || field + 4 > wanted.length || ownField + 2 > injected.length) {
            return kernelBytes;
        }
        int ownPort = Ipv4Bytes.u16(injected, ownField);
        int modelPort = Ipv4Bytes.u16(wanted, field);
        int kernelPort = Ipv4Bytes.u16(kernelBytes, field);
        if (!drawn(ownPort, modelPort) || !drawn(ownPort, kernelPort) || modelPort == kernelPort) {
            return kernelBytes;
        }
        return learn(wanted, at, field, modelPort, kernelPort)
                ? patched(kernelBytes, at, field, modelPort)
                : kernelBytes;
    }

    private static boolean translated(byte[] injected, int own, byte[] model, int at) {
        return injected[own + Ipv4Bytes.PROTOCOL] == model[at + Ipv4Bytes.PROTOCOL]
                && Ipv4Bytes.i32(injected, own + Ipv4Bytes.SOURCE) != Ipv4Bytes.i32(model, at + Ipv4Bytes.SOURCE);
    }

    private static boolean sameAddresses(byte[] model, byte[] kernel, int at) {
        return Ipv4Bytes.i32(model, at + Ipv4Bytes.SOURCE) == Ipv4Bytes.i32(kernel, at + Ipv4Bytes.SOURCE)
                && Ipv4Bytes.i32(model, at + Ipv4Bytes.DESTINATION) == Ipv4Bytes.i32(kernel, at + Ipv4Bytes.DESTINATION)
                && model[at + Ipv4Bytes.PROTOCOL] == kernel[at + Ipv4Bytes.PROTOCOL];
    }

    /** Of the source port or the echo id; -1 for what has neither. */
    private static int portOffset(byte[] frame, int at) {
        int transport = at + Ipv4Bytes.headerLength(frame, at);
        return switch (frame[at + Ipv4Bytes.PROTOCOL] & 0xff) {
            case TCP, UDP -> transport;
            case Ipv4Bytes.ICMP -> frame.length > transport && frame[transport] == 8 ? transport + 4 : -1;
            default -> -1;
        };
    }

    private static boolean drawn(int own, int port) {
        return port != own && portClass(own) == portClass(port);
    }

    private static int portClass(int port) {
        return port < 512 ? 0 : port < 1024 ? 1 : 2;
    }

    /** Remembers the pair; false when either port already stands for another one. */
    private boolean learn(byte[] model, int at, int field, int modelPort, int kernelPort) {
        int source = Ipv4Bytes.i32(model, at + Ipv4Bytes.SOURCE);
        int destination = Ipv4Bytes.i32(model, at + Ipv4Bytes.DESTINATION);
        int protocol = model[at + Ipv4Bytes.PROTOCOL];
        int other = protocol == Ipv4Bytes.ICMP ? 0 : Ipv4Bytes.u16(model, field + 2);
        Integer kernelKnown =
                kernelPorts.putIfAbsent(new Flow(source, destination, protocol, other, modelPort), kernelPort);
        Integer modelKnown =
                modelPorts.putIfAbsent(new Flow(source, destination, protocol, other, kernelPort), modelPort);
        boolean agreed =
                (kernelKnown == null || kernelKnown == kernelPort) && (modelKnown == null || modelKnown == modelPort);
        if (agreed) {
            seen.put(modelPort, kernelPort);
        }
        return agreed;
    }

    private static byte[] patched(byte[] kernel, int at, int field, int port) {
        byte[] patched = kernel.clone();
        int before = Ipv4Bytes.u16(kernel, field);
        int transport = at + Ipv4Bytes.headerLength(kernel, at);
        int protocol = kernel[at + Ipv4Bytes.PROTOCOL] & 0xff;
        int checksum = transport + (protocol == TCP ? 16 : protocol == UDP ? 6 : 2);
        Ipv4Bytes.put(patched, field, port);
        boolean without = protocol == UDP && Ipv4Bytes.u16(kernel, checksum) == 0;
        if (!without && checksum + 2 <= kernel.length) {
            Ipv4Bytes.update(patched, checksum, before, port);
            if (protocol == UDP && Ipv4Bytes.u16(patched, checksum) == 0) {
                Ipv4Bytes.put(patched, checksum, 0xffff);
            }
        }
        return patched;
    }

    /** A connection whose reply tuple has the drawn ports of a frame that was seen. */
    @Override
    public boolean excuses(String key, String item, String kernel, String model) {
        if (!key.equals("conntrack") || !item.endsWith("/reply") || kernel == null || model == null) {
            return false;
        }
        String name = kernel.contains(" dport=") ? " dport=" : " id=";
        int kernelAt = kernel.indexOf(name);
        int modelAt = model.indexOf(name);
        if (kernelAt < 0 || modelAt < 0 || !kernel.substring(0, kernelAt).equals(model.substring(0, modelAt))) {
            return false;
        }
        try {
            int kernelPort = Integer.parseInt(kernel.substring(kernelAt + name.length()));
            int modelPort = Integer.parseInt(model.substring(modelAt + name.length()));
            return seen.getOrDefault(modelPort, -1) == kernelPort;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
