package io.ringway.lab.ip;

import io.ringway.lab.CommandResult;

/** A kind of device that {@code ip link add … type KIND} makes; one class per kind, listed in {@link LinkAdd}. */
interface LinkKind {
    /**
     * Reads what follows the kind, then makes the device.
     *
     * @throws io.ringway.lab.LabException for what the tool or the kernel would refuse; nothing has changed then
     */
    CommandResult add(NewLink link);
}
