package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.engine.vxlan.VxlanConfig.DontFragment;
import io.ringway.engine.vxlan.VxlanFdbEntry;
import io.ringway.engine.vxlan.VxlanRemote;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A VXLAN interface: made in the namespace whose addresses its tunnel uses, with the remotes that a user gave it. */
final class VxlanExport implements DeviceExport {
    @Override
    public String kind() {
        return "vxlan";
    }

    @Override
    public Device lower(Device device) {
        return ((Vxlan) device).config().lower();
    }

    @Override
    public Namespace home(LabScript script, Device device) {
        return script.network().namespace(((Vxlan) device).home().name());
    }

    @Override
    public int initialMtu(Device device) {
        Vxlan vxlan = (Vxlan) device;
        return vxlan.config().lower() == null ? DEFAULT_MTU : vxlan.maxMtu();
    }

    @Override
    public List<String> type(LabScript script, Device device) {
        VxlanConfig config = ((Vxlan) device).config();
        List<String> words = new ArrayList<>(List.of("type", "vxlan", "id", Integer.toString(config.vni())));
        address(words, Ipv4Address.isMulticast(config.remote()) ? "group" : "remote", config.remote());
        address(words, "local", config.local());
        if (config.lower() != null) {
            words.addAll(List.of("dev", config.lower().name()));
        }
        words.addAll(List.of("dstport", Integer.toString(config.port())));
        if (config.sourcePortHigh() != 0) {
            words.addAll(List.of(
                    "srcport", Integer.toString(config.sourcePortLow()), Integer.toString(config.sourcePortHigh())));
        }
        if (config.ttl() != 0 || config.ttlInherited()) {
            words.addAll(List.of("ttl", config.ttlInherited() ? "inherit" : Integer.toString(config.ttl())));
        }
        if (config.tos() != 0) {
            boolean inherited = config.tos() == VxlanConfig.TOS_INHERITED;
            words.addAll(List.of("tos", inherited ? "inherit" : "0x" + Integer.toHexString(config.tos())));
        }
        if (config.dontFragment() != DontFragment.UNSET) {
            words.addAll(List.of("df", config.dontFragment().name().toLowerCase(Locale.ROOT)));
        }
        limits(words, config);
        return words;
    }

    private static void limits(List<String> words, VxlanConfig config) {
        if (config.ageingSeconds() != VxlanConfig.DEFAULT_AGEING_SECONDS) {
            words.addAll(List.of("ageing", Integer.toString(config.ageingSeconds())));
        }
        if (config.maxAddresses() != 0) {
            words.addAll(List.of("maxaddress", Integer.toString(config.maxAddresses())));
        }
        flag(words, config.learning(), true, "learning");
        flag(words, config.udpChecksum(), true, "udpcsum");
        flag(words, config.l2miss(), false, "l2miss");
        flag(words, config.l3miss(), false, "l3miss");
    }

    private static void flag(List<String> words, boolean on, boolean initial, String name) {
        if (on != initial) {
            words.add(on ? name : "no" + name);
        }
    }

    private static void address(List<String> words, String name, int address) {
        if (address != 0) {
            words.addAll(List.of(name, Ipv4Address.format(address)));
        }
    }

    /** The entries of its own forwarding database; the first remote for unknown addresses came with the interface. */
    static void entries(Namespace namespace, LabScript script, Vxlan vxlan) {
        List<VxlanFdbEntry> entries = new ArrayList<>(vxlan.fdb().entries());
        Collections.reverse(entries);
        for (VxlanFdbEntry entry : entries) {
            for (VxlanRemote remote : entry.remotes()) {
                Device lower = vxlan.config().lower();
                boolean given = entry.mac() == 0
                        && remote.address() == vxlan.config().remote()
                        && remote.ifindex() == (lower == null ? 0 : lower.ifindex());
                if (entry.isAddedByUser() && !given) {
                    entry(namespace, script, vxlan, entry, remote);
                }
            }
        }
    }

    private static void entry(
            Namespace namespace, LabScript script, Vxlan vxlan, VxlanFdbEntry entry, VxlanRemote remote) {
        List<String> words = new ArrayList<>(List.of("bridge", "fdb", "append", MacAddress.format(entry.mac())));
        words.addAll(List.of("dev", vxlan.name(), "dst", Ipv4Address.format(remote.address())));
        if (remote.port() != 0 && remote.port() != vxlan.config().port()) {
            words.addAll(List.of("port", Integer.toString(remote.port())));
        }
        if (remote.vni() != 0 && remote.vni() != vxlan.config().vni()) {
            words.addAll(List.of("vni", Integer.toString(remote.vni())));
        }
        if (remote.ifindex() != 0) {
            Device via = vxlan.home().device(remote.ifindex());
            words.addAll(List.of("via", via == null ? "" : via.name()));
        }
        words.addAll(List.of("self", entry.state().name().toLowerCase(Locale.ROOT)));
        if (entry.isExternallyLearned()) {
            words.add("extern_learn");
        }
        script.run(namespace, words.toArray(String[]::new));
    }
}
