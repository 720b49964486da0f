package io.ringway.conformance.compare;

import io.ringway.nat.PortDraw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports that the model's NAT drew, and which of the kernel's each stands for: one for one among the connections between the
 * same ends, unless the range is small, and within the range that the draw was from.
 */
public final class DrawnPorts {
    /** In so small a range the kernel may well draw again what a connection had that is gone. */
    private static final int SMALL = 1024;

    private final List<PortDraw> draws = new ArrayList<>();
    private final Map<Ends, Integer> kernelPorts = new HashMap<>();
    private final Map<Ends, Integer> modelPorts = new HashMap<>();

    /** All of a flow but the drawn port, and that port as one side has it. */
    private record Ends(int protocol, int source, int destination, int otherPort, boolean ofSource, int port) {
        static Ends of(PortDraw draw, int port) {
            int other = draw.ofSource() ? draw.destinationPort() : draw.sourcePort();
            return new Ends(draw.protocol(), draw.source(), draw.destination(), other, draw.ofSource(), port);
        }
    }

    /** The model drew one; if it had drawn it before, for a connection that is gone, what that stood for counts no more. */
    public void add(PortDraw draw) {
        draws.add(draw);
        Integer stoodFor = kernelPorts.remove(Ends.of(draw, draw.drawn()));
        if (stoodFor != null) {
            modelPorts.remove(Ends.of(draw, stoodFor));
        }
    }

    boolean isEmpty() {
        return draws.isEmpty();
    }

    /**
     * Whether the model's port may stand for the kernel's in packets between these ends, in either direction; from then on it does.
     *
     * @param source whether the port is that of the source, which for an ICMP id nobody asks
     */
    boolean pairs(FlowBytes flow, boolean source, int modelPort, int kernelPort) {
        PortDraw draw = find(flow, source, modelPort);
        if (draw == null || !draw.allows(kernelPort)) {
            return false;
        }
        Integer kernelKnown = kernelPorts.putIfAbsent(Ends.of(draw, modelPort), kernelPort);
        Integer modelKnown = modelPorts.putIfAbsent(Ends.of(draw, kernelPort), modelPort);
        boolean oneForOne = modelKnown == null || modelKnown == modelPort || draw.size() <= SMALL;
        return (kernelKnown == null || kernelKnown == kernelPort) && oneForOne;
    }

    /** The draw for this very flow, or the last of that port, where another namespace translated what it is about again. */
    private PortDraw find(FlowBytes flow, boolean source, int modelPort) {
        PortDraw any = null;
        for (int i = draws.size() - 1; i >= 0; i--) {
            PortDraw draw = draws.get(i);
            if (draw.protocol() == flow.protocol() && draw.drawn() == modelPort) {
                if (isOf(draw, flow, source)) {
                    return draw;
                }
                any = any == null ? draw : any;
            }
        }
        return any;
    }

    private static boolean isOf(PortDraw draw, FlowBytes flow, boolean source) {
        boolean query = flow.protocol() == Ipv4Bytes.ICMP;
        boolean there = flow.source() == draw.source() && flow.destination() == draw.destination();
        boolean back = flow.source() == draw.destination() && flow.destination() == draw.source();
        if (query) {
            return there || back;
        }
        int other = draw.ofSource() ? draw.destinationPort() : draw.sourcePort();
        int mine = source ? flow.destinationPort() : flow.sourcePort();
        return other == mine && (source == draw.ofSource() ? there : back);
    }
}
