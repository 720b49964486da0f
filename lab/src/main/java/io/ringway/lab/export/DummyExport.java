package io.ringway.lab.export;

import io.ringway.engine.device.Device;
import java.util.List;

/** A dummy interface. */
final class DummyExport implements DeviceExport {
    @Override
    public String kind() {
        return "dummy";
    }

    @Override
    public List<String> type(LabScript script, Device device) {
        return List.of("type", "dummy");
    }
}
