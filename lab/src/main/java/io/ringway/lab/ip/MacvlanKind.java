package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.MacvlanMode;
import io.ringway.engine.device.MacvlanOptions;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;

/** {@code link LOWER … type macvlan [mode MODE]} ({@code iplink_macvlan.c}, {@code macvlan.c:macvlan_common_newlink()}). */
final class MacvlanKind implements LinkKind {
    @Override
    public CommandResult add(NewLink link) {
        Arguments args = link.args();
        MacvlanWords words = MacvlanWords.read(args);
        MacvlanMode mode = words.mode == null ? MacvlanMode.VEPA : words.mode;
        String name = link.newName("macvlan", null);
        Device on = link.lower();
        Device lower = Macvlan.realLower(on);
        boolean wide = link.options().mtu != null && link.options().mtu > lower.mtu();
        if (wide || lower instanceof Loopback || lower instanceof Ipvlan) {
            throw link.invalid();
        }
        if (!Macvlan.mayStandOn(lower)) {
            throw Words.answers(args, "Device or resource busy");
        }
        if (!Macvlan.mayJoin(lower, mode) || words.misplacesSources(mode)) {
            throw link.invalid();
        }
        link.checkMaster(false);
        Macvlan macvlan = Macvlan.on(link.kernel(), on, name, link.mac(name), mode);
        macvlan.startWith(words.options(MacvlanOptions.DEFAULT));
        words.changeSources(macvlan);
        link.place(macvlan);
        link.finish(macvlan);
        return CommandResult.SILENT;
    }
}
