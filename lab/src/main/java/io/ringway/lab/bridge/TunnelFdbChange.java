package io.ringway.lab.bridge;

import io.ringway.engine.device.Device;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanFdb;
import io.ringway.engine.vxlan.VxlanFdbEntry;
import io.ringway.engine.vxlan.VxlanRemote;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.ip.Inet;
import io.ringway.lab.ip.Words;
import io.ringway.packet.VxlanHeader;
import java.util.List;

/**
 * {@code bridge fdb add|append|replace|del MAC dev VXLAN dst IP [port P] [vni N] [via IF] [self]}: what a tunnel knows
 * itself ({@code bridge/fdb.c:fdb_modify()}, {@code vxlan_core.c:vxlan_fdb_add(), vxlan_fdb_delete()}).
 */
final class TunnelFdbChange {
    private static final int REFUSED = 255;
    private static final int MAX_PORT = 0xffff;

    private final Arguments args;
    private final Scene scene;
    private Vxlan vxlan;
    private String address;
    private Integer destination;
    private Integer port;
    private Integer vni;
    private int ifindex;
    private VxlanFdbEntry.State state = VxlanFdbEntry.State.PERMANENT;
    private boolean externallyLearned;

    TunnelFdbChange(Arguments args, Scene scene) {
        this.args = args;
        this.scene = scene;
    }

    /** Whether the words name a tunnel and do not say {@code master}. */
    static boolean concerns(Arguments args, Scene scene) {
        List<String> words = args.rest();
        int dev = words.indexOf("dev");
        boolean tunnel =
                dev >= 0 && dev + 1 < words.size() && scene.namespace().device(words.get(dev + 1)) instanceof Vxlan;
        return tunnel && (!words.contains("master") || words.contains("self"));
    }

    CommandResult run(FdbChange.Mode mode) {
        while (args.hasNext()) {
            take(args.next());
        }
        if (vxlan == null || address == null) {
            throw args.refuse(REFUSED, "Device and address are required arguments.");
        }
        long mac = FdbChange.mac(args, address);
        VxlanFdb fdb = vxlan.fdb();
        boolean delete = mode == FdbChange.Mode.DELETE;
        if (destination == null && !delete) {
            throw args.refuse(REFUSED, "RTNETLINK answers: Invalid argument");
        }
        VxlanRemote remote = destination == null || (destination == 0 && delete) ? null : remote();
        answer(
                switch (mode) {
                    case ADD -> fdb.add(mac, remote, state, externallyLearned);
                    case APPEND -> fdb.append(mac, remote, state, externallyLearned);
                    case REPLACE -> fdb.replace(mac, remote, state, externallyLearned);
                    case DELETE -> fdb.remove(mac, remote);
                });
        return CommandResult.SILENT;
    }

    private void take(String word) {
        switch (word) {
            case "dev" -> vxlan = tunnel(Words.value(args));
            case "self" -> {}
            case "dst" -> {
                String value = Words.value(args);
                if (destination != null) {
                    throw Words.garbage(args, "dst");
                }
                destination = Inet.address(args, value, "any");
            }
            case "port" -> port = number(MAX_PORT, "invalid port\n");
            case "vni" -> vni = number(VxlanHeader.MAX_VNI, "invalid VNI\n");
            case "via" -> ifindex = via(Words.value(args));
            case "permanent", "local" -> state = VxlanFdbEntry.State.PERMANENT;
            case "static", "temp" -> state = VxlanFdbEntry.State.STATIC;
            case "dynamic" -> state = VxlanFdbEntry.State.DYNAMIC;
            case "extern_learn" -> externallyLearned = true;
            case "master", "vlan", "src_vni", "nhid", "router", "sticky", "use" ->
                throw args.notModelled("bridge fdb … " + word + " at a vxlan");
            default -> {
                if (address != null) {
                    throw Words.garbage(args, "to");
                }
                address = word.equals("to") ? Words.value(args) : word;
            }
        }
    }

    private Vxlan tunnel(String name) {
        return scene.namespace().device(name) instanceof Vxlan found ? found : null;
    }

    private int via(String name) {
        Device device = scene.namespace().device(name);
        if (device == null) {
            throw args.noDevice(REFUSED, name);
        }
        return device.ifindex();
    }

    private int number(int most, String why) {
        Long value = Words.number(Words.value(args));
        if (value == null || value < 0 || value > most) {
            throw Words.wrong(args, why);
        }
        return value.intValue();
    }

    private VxlanRemote remote() {
        int toPort = port == null || port == 0 ? vxlan.config().port() : port;
        return new VxlanRemote(destination, toPort, vni == null ? vxlan.config().vni() : vni, ifindex);
    }

    private void answer(VxlanFdb.Answer answer) {
        switch (answer) {
            case DONE -> {}
            case EXISTS -> throw args.refuse(REFUSED, "RTNETLINK answers: File exists");
            case NOT_FOUND -> throw args.refuse(REFUSED, "RTNETLINK answers: No such file or directory");
            case FULL -> throw args.refuse(REFUSED, "RTNETLINK answers: No space left on device");
            case NOT_SUPPORTED -> throw args.refuse(REFUSED, "RTNETLINK answers: Operation not supported");
            case NOT_REPLACEABLE -> throw args.refuse(REFUSED, "Error: Cannot replace non-unicast fdb entries.");
        }
    }
}
