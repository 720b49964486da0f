package io.ringway.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.FdbEntry;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanFdbEntry;
import io.ringway.engine.vxlan.VxlanRemote;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The forwarding databases of a namespace as {@code bridge fdb} prints them: by device what its bridge knows, newest
 * first, and, as {@code self}, the groups that the kernel made it listen to ({@code rtnetlink.c:rtnl_fdb_dump()}).
 *
 * @param withDevice false where the user asked for one device's entries
 * @param statistics whether to tell for how many seconds entries were not used and not seen ({@code -s})
 */
public record FdbView(Network network, Namespace namespace, boolean withDevice, boolean statistics) {
    private static final long SECOND_NS = 1_000_000_000;
    private static final long SOLICITED_NODE_V6 = 0x3333_ff00_0000L;

    private static final Map<VxlanFdbEntry.State, String> STATES = Map.of(
            VxlanFdbEntry.State.PERMANENT,
            "permanent",
            VxlanFdbEntry.State.STATIC,
            "static",
            VxlanFdbEntry.State.DYNAMIC,
            "");

    public ArrayNode json(Predicate<Device> devices) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Device device : namespace.devices()) {
            if (!devices.test(device) || device instanceof Loopback) {
                continue;
            }
            if (device.port() != null) {
                learned(all, device.port().bridge(), device);
            }
            if (device instanceof Vxlan vxlan) {
                tunnelled(all, vxlan);
                continue;
            }
            for (long upper : device.filter().unicast()) {
                all.add(self(device, upper));
            }
            for (long group : groups(device)) {
                all.add(self(device, group));
            }
            if (device instanceof Bridge bridge) {
                learned(all, bridge, bridge);
            }
        }
        return all;
    }

    /** What a tunnel knows itself: a line for each remote ({@code vxlan_core.c:vxlan_fdb_info()}). */
    private void tunnelled(ArrayNode all, Vxlan vxlan) {
        for (VxlanFdbEntry entry : vxlan.fdb().entries()) {
            for (VxlanRemote remote : entry.remotes()) {
                ObjectNode node = entry(vxlan, entry.mac());
                node.put("dst", Ipv4Address.format(remote.address()));
                if (remote.port() != 0 && remote.port() != vxlan.config().port()) {
                    node.put("port", remote.port());
                }
                if (remote.vni() != vxlan.config().vni()) {
                    node.put("vni", remote.vni());
                }
                boolean away = !vxlan.home().name().equals(namespace.name());
                if (remote.ifindex() != 0) {
                    via(node, remote.ifindex(), away);
                }
                if (away) {
                    node.put("linkNetNsId", namespace.knownIdOf(home(vxlan)));
                }
                times(node, entry.usedNs(), entry.updatedNs());
                ArrayNode flags = node.putArray("flags").add("self");
                if (entry.isExternallyLearned()) {
                    flags.add("extern_learn");
                }
                all.add(node.put("state", STATES.get(entry.state())));
            }
        }
    }

    private Namespace home(Vxlan vxlan) {
        return network.namespace(vxlan.home().name());
    }

    private void via(ObjectNode node, int ifindex, boolean away) {
        Device via = away ? null : namespace.device(ifindex);
        if (away) {
            node.put("viaIfIndex", ifindex);
        } else {
            node.put("viaIf", via == null ? "if" + ifindex : via.name());
        }
    }

    private void learned(ArrayNode all, Bridge bridge, Device at) {
        for (FdbEntry entry : bridge.fdb().entries()) {
            Device where = entry.port() == null ? bridge : entry.port().device();
            if (where == at) {
                all.add(learned(bridge, at, entry));
            }
        }
    }

    /** One entry of a bridge, at the device that it belongs to. */
    public ObjectNode learned(Bridge bridge, Device at, FdbEntry entry) {
        ObjectNode node = entry(at, entry.mac());
        times(node, entry.usedNs(), entry.updatedNs());
        ArrayNode flags = node.putArray("flags");
        if (entry.isExternLearned()) {
            flags.add("extern_learn");
        }
        if (entry.isSticky()) {
            flags.add("sticky");
        }
        return node.put("master", bridge.name()).put("state", state(bridge, entry));
    }

    private void times(ObjectNode node, long usedNs, long updatedNs) {
        if (statistics) {
            node.put("used", secondsSince(usedNs)).put("updated", secondsSince(updatedNs));
        }
    }

    private long secondsSince(long timeNs) {
        return (network.kernel().nowNs() - timeNs) / SECOND_NS;
    }

    private static String state(Bridge bridge, FdbEntry entry) {
        if (entry.isLocal()) {
            return "permanent";
        }
        if (entry.isStatic()) {
            return "static";
        }
        return bridge.fdb().isExpired(entry) ? "stale" : "";
    }

    private ObjectNode self(Device device, long group) {
        ObjectNode node = entry(device, group);
        node.putArray("flags").add("self");
        return node.put("state", "permanent");
    }

    private ObjectNode entry(Device device, long mac) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("mac", MacAddress.format(mac));
        return withDevice ? node.put("ifname", device.name()) : node;
    }

    /** In the order in which they came; without IPv6 switched off a neighbour's group is joined last. */
    private List<Long> groups(Device device) {
        List<Long> groups = new ArrayList<>();
        device.groups().all().forEach(group -> groups.add(group.mac()));
        if (device.isUp() && hasIpv6(device) && device.hasCarrier()) {
            groups.add(SOLICITED_NODE_V6 | (device.mac() & 0xff_ffff));
        }
        return groups;
    }

    private boolean hasIpv6(Device device) {
        for (String scope : new String[] {"all", "default", device.name()}) {
            if ("1".equals(namespace.inertSettings().get("net/ipv6/conf/" + scope + "/disable_ipv6"))) {
                return false;
            }
        }
        return true;
    }

    /** A line of {@code bridge fdb}. */
    public static String text(JsonNode entry) {
        StringBuilder line = new StringBuilder(entry.get("mac").asText()).append(' ');
        if (entry.has("ifname")) {
            line.append("dev ").append(entry.get("ifname").asText()).append(' ');
        }
        word(line, entry, "dst", "dst ");
        word(line, entry, "port", "port ");
        word(line, entry, "vni", "vni ");
        word(line, entry, "viaIf", "via ");
        word(line, entry, "viaIfIndex", "via ifindex ");
        word(line, entry, "linkNetNsId", "link-netnsid ");
        if (entry.has("used")) {
            line.append("used ").append(entry.get("used").asLong());
            line.append('/').append(entry.get("updated").asLong()).append(' ');
        }
        entry.get("flags").forEach(flag -> line.append(flag.asText()).append(' '));
        if (entry.has("master")) {
            line.append("master ").append(entry.get("master").asText()).append(' ');
        }
        return line.append(entry.get("state").asText()).append('\n').toString();
    }

    private static void word(StringBuilder line, JsonNode entry, String key, String name) {
        if (entry.has(key)) {
            line.append(name).append(entry.get(key).asText()).append(' ');
        }
    }
}
