package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.device.VlanDevice;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.packet.EthernetHeader;

/** {@code link LOWER … type vlan id N …} ({@code iplink_vlan.c}, {@code vlan_netlink.c:vlan_newlink()}). */
final class VlanKind implements LinkKind {
    private static final int LARGEST_ID = 4095;

    @Override
    public CommandResult add(NewLink link) {
        Arguments args = link.args();
        VlanDevice.Options options = read(args);
        String name = link.newName("vlan", null);
        if (link.options().link == null) {
            throw Words.kernel(args, "Error: 8021q: link not specified.");
        }
        Device lower = link.options().link;
        if (options == null) {
            throw Words.kernel(args, "Error: 8021q: VLAN id not specified.");
        }
        if (options.vlanId() >= LARGEST_ID) {
            throw Words.kernel(args, "Error: 8021q: VLAN id out of range.");
        }
        if (lower instanceof Loopback || lower instanceof Ipvlan) {
            throw Words.kernel(args, "Error: 8021q: VLANs not supported on device.");
        }
        if (VlanDevice.exists(lower, options.protocol(), options.vlanId())) {
            throw Words.kernel(args, "Error: 8021q: VLAN device already exists.");
        }
        if (link.options().mtu != null && link.options().mtu > lower.mtu()) {
            throw link.invalid();
        }
        link.checkMaster(false);
        long mac = link.options().mac == null ? 0 : link.options().mac;
        VlanDevice vlan = new VlanDevice(link.kernel(), name, mac, lower, options);
        link.place(vlan);
        link.finish(vlan);
        return CommandResult.SILENT;
    }

    /** Null when no id is given. */
    private static VlanDevice.Options read(Arguments args) {
        int protocol = EthernetHeader.TYPE_VLAN;
        Integer id = null;
        boolean reorder = true;
        boolean loose = false;
        while (args.hasNext()) {
            String word = args.next();
            switch (word) {
                case "id" -> id = id(args);
                case "protocol" -> protocol = protocol(args, Words.value(args));
                case "reorder_hdr" -> reorder = Words.onOff(args, "reorder_hdr");
                case "loose_binding" -> loose = Words.onOff(args, "loose_binding");
                case "gvrp", "mvrp", "bridge_binding" -> {
                    if (Words.onOff(args, word)) {
                        throw args.notModelled("vlan " + word);
                    }
                }
                case "ingress-qos-map", "egress-qos-map" -> throw args.notModelled("vlan " + word);
                default ->
                    throw args.refuse(
                            255,
                            "vlan: unknown command \"" + word
                                    + "\"?\nUsage: ... vlan id VLANID [ protocol VLANPROTO ] …");
            }
        }
        return id == null ? null : new VlanDevice.Options(protocol, id, reorder, loose);
    }

    private static int id(Arguments args) {
        Long id = Words.number(Words.value(args));
        if (id == null || id < 0 || id > 0xffff) {
            throw Words.wrong(args, "id is invalid");
        }
        return id.intValue();
    }

    private static int protocol(Arguments args, String word) {
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "802.1q" -> EthernetHeader.TYPE_VLAN;
            case "802.1ad" -> EthernetHeader.TYPE_QINQ;
            default -> throw Words.wrong(args, "protocol is invalid");
        };
    }
}
