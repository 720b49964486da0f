package io.ringway.lab.ip;

import io.ringway.engine.device.Bridge;
import io.ringway.lab.CommandResult;

/** {@code type bridge …} ({@code br_netlink.c:br_dev_newlink()}). */
final class BridgeKind implements LinkKind {
    @Override
    public CommandResult add(NewLink link) {
        BridgeOptions bridgeOptions = BridgeOptions.read(link.args());
        String name = link.newName("bridge", null);
        link.checkMaster(true);
        bridgeOptions.check();
        Bridge bridge = new Bridge(link.kernel(), name, link.mac(name), link.options().mac != null);
        link.place(bridge);
        bridgeOptions.apply(bridge);
        link.finish(bridge);
        return CommandResult.SILENT;
    }
}
