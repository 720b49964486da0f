package io.ringway.lab.ip;

import io.ringway.engine.device.Dummy;
import io.ringway.lab.CommandResult;

/** {@code type dummy}. */
final class DummyKind implements LinkKind {
    @Override
    public CommandResult add(NewLink link) {
        if (link.args().hasNext()) {
            String word = link.args().next();
            throw link.args().refuse(255, "Garbage instead of arguments \"" + word + " ...\". Try \"ip link help\".");
        }
        String name = link.newName("dummy", null);
        link.checkMaster(false);
        Dummy dummy = new Dummy(link.kernel(), name, link.mac(name));
        link.place(dummy);
        link.finish(dummy);
        return CommandResult.SILENT;
    }
}
