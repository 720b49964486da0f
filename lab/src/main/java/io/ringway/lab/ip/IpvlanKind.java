package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import io.ringway.engine.device.IpvlanMode;
import io.ringway.engine.device.Loopback;
import io.ringway.lab.CommandResult;

/** {@code link LOWER … type ipvlan [mode MODE] [FLAGS]} ({@code ipvlan_main.c:ipvlan_link_new()}). */
final class IpvlanKind implements LinkKind {
    @Override
    public CommandResult add(NewLink link) {
        IpvlanWords words = IpvlanWords.read(link.args());
        String name = link.newName("ipvlan", null);
        Device on = link.lower();
        Device lower = Ipvlan.realLower(on);
        if (lower instanceof Loopback) {
            throw link.invalid();
        }
        if (!Ipvlan.mayStandOn(lower)) {
            throw Words.answers(link.args(), "Device or resource busy");
        }
        if (link.options().master != null) {
            throw link.invalid();
        }
        IpvlanMode mode = words.mode() == null ? IpvlanMode.L3 : words.mode();
        Ipvlan ipvlan = Ipvlan.on(link.kernel(), on, name, mode);
        ipvlan.sharedPort().setIsolation(words.isolation());
        link.place(ipvlan);
        link.finish(ipvlan);
        return CommandResult.SILENT;
    }
}
