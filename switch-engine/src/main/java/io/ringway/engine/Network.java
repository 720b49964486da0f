package io.ringway.engine;

import io.ringway.engine.core.Accounts;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Device;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.VlanTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole model: namespaces by name, on one {@link Kernel}. The first namespace is called {@value #HOST}. */
public final class Network {
    public static final String HOST = "host";

    private final Kernel kernel;
    private final Map<String, Namespace> namespaces = new LinkedHashMap<>();
    private long frames;

    public Network(Kernel kernel) {
        this.kernel = kernel;
        addNamespace(HOST);
    }

    public Kernel kernel() {
        return kernel;
    }

    public Accounts accounts() {
        return kernel.accounts();
    }

    /**
     * @throws IllegalArgumentException when the name is taken
     */
    public Namespace addNamespace(String name) {
        if (namespaces.containsKey(name)) {
            throw new IllegalArgumentException("namespace " + name + " exists");
        }
        Namespace namespace = new Namespace(kernel, name);
        namespaces.put(name, namespace);
        return namespace;
    }

    /** Null when there is none by that name. */
    public Namespace namespace(String name) {
        return namespaces.get(name);
    }

    /** In the order in which they were added. */
    public List<Namespace> namespaces() {
        return new ArrayList<>(namespaces.values());
    }

    /**
     * Sends a frame by a device at its timestamp, as a packet socket would, and lets it come to rest. Takes the frame;
     * one that the device could not have sent is counted and dropped ({@code af_packet.c:packet_snd()}).
     */
    public void inject(Device device, Frame frame, long timeNs) {
        kernel.advanceTo(timeNs);
        enter(device, frame);
        kernel.executor().settle();
    }

    /** As {@link #inject}, without letting the frame come to rest: for bursts through a staged executor. */
    public void enter(Device device, Frame frame) {
        frame.setId(++frames);
        frame.setTimestampNs(kernel.wallNs());
        frame.setPacketType(Frame.OUTGOING);
        accounts().injected(frame);
        if (frame.length() < EthernetHeader.LENGTH) {
            kernel.drop(frame, device.namespace(), device.name(), DropReason.RUNT_AT_INJECTION);
        } else if (frame.length() > largest(device, frame)) {
            kernel.drop(frame, device.namespace(), device.name(), DropReason.OVER_MTU_AT_INJECTION);
        } else {
            device.transmit().receive(frame);
        }
    }

    private static int largest(Device device, Frame frame) {
        int tag = VlanTag.present(frame) ? VlanTag.LENGTH : 0;
        return device.mtu() + EthernetHeader.LENGTH + tag;
    }
}
