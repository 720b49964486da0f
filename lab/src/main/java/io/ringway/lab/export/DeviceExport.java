package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import java.util.List;

/** How devices of one kind are made again. */
interface DeviceExport {
    int DEFAULT_MTU = 1500;

    /** As {@link Device#kind()} has it. */
    String kind();

    /** Whether this device is made by the line of another one: the other end of a cable. */
    default boolean isMadeByAnother(LabScript script, Device device) {
        return false;
    }

    /** The device that stands behind the word {@code link}, null for none. */
    default Device link(Device device) {
        return null;
    }

    /** The device that must be there before, null for none. */
    default Device lower(Device device) {
        return link(device);
    }

    /** The namespace that it must be made in, from which it moves to its own. */
    default Namespace home(LabScript script, Device device) {
        return script.network().namespaceOf(device);
    }

    /** The words from {@code type} on of the {@code ip link add} that makes it. */
    List<String> type(LabScript script, Device device);

    /** Whether the MAC must be said, rather than follow from something else. */
    default boolean saysMac(Device device) {
        return true;
    }

    /** The MTU that it has if none is said. */
    default int initialMtu(Device device) {
        return DEFAULT_MTU;
    }
}
