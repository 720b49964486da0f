package io.ringway.replay.request;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import java.util.List;
import java.util.stream.Collectors;

/** An interface as users name it: {@code NS:IF}; or a namespace's own stack: {@code NS:@ip}. */
public record InterfaceName(String namespace, String device) {
    private static final String STACK = "@ip";

    /**
     * @throws ReplayException unless the text is a namespace and an interface joined by a colon
     */
    public static InterfaceName parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw ReplayException.usage("\"" + text + "\" is not an interface: say NS:IF, for instance host:eth0");
        }
        return new InterfaceName(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * @throws ReplayException when the model has no such namespace or interface; the message lists those it has
     */
    public Device find(Network network) {
        Namespace inside = findNamespace(network);
        Device found = inside.device(device);
        if (found == null) {
            throw ReplayException.usage("no interface \"" + device + "\" in namespace " + namespace + "; it has "
                    + join(inside.devices().stream().map(Device::name).toList()));
        }
        return found;
    }

    /**
     * @throws ReplayException when the model has no such namespace; the message lists those it has
     */
    public Namespace findNamespace(Network network) {
        Namespace inside = network.find(namespace);
        if (inside == null) {
            throw ReplayException.usage("no namespace \"" + namespace + "\" in the lab; it has "
                    + join(network.namespaces().stream().map(Namespace::name).toList()));
        }
        return inside;
    }

    /** Whether the namespace's own stack is meant, which sends IP packets and not frames. */
    public boolean isStack() {
        return device.equals(STACK);
    }

    private static String join(List<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return namespace + ":" + device;
    }
}
