package io.ringway.replay.output;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Shows each interface of a model once to whoever wants to know of all, those too that commands make later. */
public final class EveryInterface {
    private final Network network;
    private final List<Watcher> watchers = new ArrayList<>();
    private final Set<Device> shown = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Who wants to know. */
    public interface Watcher {
        void watch(Device device) throws IOException;
    }

    public EveryInterface(Network network) {
        this.network = network;
    }

    /** Shows all that are there; not before those of an earlier watcher are all shown. */
    public void show(Watcher watcher) throws IOException {
        showNew();
        watchers.add(watcher);
        for (Device device : devices()) {
            shown.add(device);
            watcher.watch(device);
        }
    }

    /** A command may have made some. */
    public void showNew() {
        if (watchers.isEmpty()) {
            return;
        }
        for (Device device : devices()) {
            if (shown.add(device)) {
                watchers.forEach(watcher -> show(watcher, device));
            }
        }
    }

    private static void show(Watcher watcher, Device device) {
        try {
            watcher.watch(device);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Device> devices() {
        List<Device> all = new ArrayList<>();
        for (Namespace namespace : network.namespaces()) {
            all.addAll(namespace.devices());
        }
        return all;
    }
}
