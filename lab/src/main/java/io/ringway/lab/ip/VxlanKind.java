package io.ringway.lab.ip;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.lab.CommandResult;

/** {@code type vxlan id N …} ({@code vxlan_core.c:vxlan_newlink()}). */
final class VxlanKind implements LinkKind {
    @Override
    public CommandResult add(NewLink link) {
        VxlanOptions vxlanOptions = VxlanOptions.read(link.args(), link.scene());
        LinkOptions options = link.options();
        String name = link.newName("vxlan", null);
        link.checkMaster(false);
        VxlanConfig config = vxlanOptions.config();
        Ipv4Stack home = link.scene().namespace().stack();
        for (Namespace other : link.scene().network().namespaces()) {
            for (Device device : other.devices()) {
                if (device instanceof Vxlan vxlan && vxlan.sharesTunnelWith(home, config)) {
                    throw Words.kernel(
                            link.args(),
                            vxlanOptions.warning() + "Error: A VXLAN device with the specified VNI already exists.");
                }
            }
        }
        Vxlan vxlan = new Vxlan(link.kernel(), home, name, link.mac(name), config);
        link.place(vxlan);
        if (options.mtu != null) {
            options.mtu = Math.min(options.mtu, vxlan.maxMtu());
        }
        link.finish(vxlan);
        return new CommandResult(0, "", vxlanOptions.warning());
    }
}
