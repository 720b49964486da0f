package io.ringway.lab.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.ipv4.ArpProxy;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;

/**
 * A neighbour as {@code ip neigh} prints it ({@code ipneigh.c:print_neigh()}).
 *
 * @param withDevice false where the user asked for one device's neighbours
 * @param statistics whether to tell when it was used, confirmed and updated ({@code -s})
 * @param askers how many hold on to an entry while it is printed
 */
public record NeighbourView(boolean withDevice, boolean statistics, int askers) {

    public NeighbourView(boolean withDevice, boolean statistics) {
        this(withDevice, statistics, 0);
    }

    public ObjectNode json(Neighbour neighbour) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("dst", Ipv4Address.format(neighbour.address()));
        if (withDevice) {
            node.put("dev", neighbour.device().name());
        }
        if (neighbour.state().isValid()) {
            node.put("lladdr", MacAddress.format(neighbour.mac()));
        }
        if (neighbour.flags().isRouter()) {
            node.putNull("router");
        }
        if (neighbour.flags().isExternLearned()) {
            node.putNull("extern_learn");
        }
        if (statistics) {
            if (references(neighbour) > 0) {
                node.put("refcnt", references(neighbour));
            }
            node.put("used", neighbour.times().sinceUsedSeconds());
            node.put("confirmed", neighbour.times().sinceConfirmedSeconds());
            node.put("updated", neighbour.times().sinceUpdatedSeconds());
            node.put("probes", neighbour.probes());
        }
        if (neighbour.state() != NeighbourState.NONE) {
            node.putArray("state").add(neighbour.state().name());
        }
        if (neighbour.flags().protocol() != 0) {
            node.put(
                    "protocol",
                    new RouteNames(false).ofProtocol(neighbour.flags().protocol()));
        }
        return node;
    }

    /** The members that {@code -br -j} leaves. */
    public static ObjectNode briefly(ObjectNode neighbour) {
        return neighbour.retain("dst", "dev", "lladdr");
    }

    /** A line of {@code ip -br neigh}. */
    public static String brief(ObjectNode neighbour) {
        String device = neighbour.has("dev")
                ? String.format("%-16s ", neighbour.get("dev").asText())
                : "";
        String mac = neighbour.path("lladdr").asText("");
        return String.format("%-39s %s%s\n", neighbour.get("dst").asText(), device, mac);
    }

    public String text(Neighbour neighbour) {
        StringBuilder text = new StringBuilder(Ipv4Address.format(neighbour.address())).append(' ');
        if (withDevice) {
            text.append("dev ").append(neighbour.device().name()).append(' ');
        }
        if (neighbour.state().isValid()) {
            text.append("lladdr ").append(MacAddress.format(neighbour.mac())).append(' ');
        }
        text.append(neighbour.flags().isRouter() ? "router " : "");
        text.append(neighbour.flags().isExternLearned() ? "extern_learn " : "");
        if (statistics) {
            text.append(references(neighbour) > 0 ? " ref " + references(neighbour) : "");
            text.append(" used ").append(neighbour.times().sinceUsedSeconds());
            text.append('/').append(neighbour.times().sinceConfirmedSeconds());
            text.append('/').append(neighbour.times().sinceUpdatedSeconds());
            text.append("probes ").append(neighbour.probes()).append(' ');
        }
        if (neighbour.state() != NeighbourState.NONE) {
            text.append(neighbour.state()).append(' ');
        }
        if (neighbour.flags().protocol() != 0) {
            text.append("proto ")
                    .append(new RouteNames(false).ofProtocol(neighbour.flags().protocol()))
                    .append(' ');
        }
        return text.append('\n').toString();
    }

    private int references(Neighbour neighbour) {
        return askers + (neighbour.hasTimer() ? 1 : 0);
    }

    public ObjectNode json(ArpProxy.Entry entry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("dst", Ipv4Address.format(entry.address()));
        if (withDevice && entry.device() != null) {
            node.put("dev", entry.device().name());
        }
        return node.putNull("proxy");
    }

    public String text(ArpProxy.Entry entry) {
        boolean named = withDevice && entry.device() != null;
        return Ipv4Address.format(entry.address())
                + (named ? " dev " + entry.device().name() : "") + " proxy \n";
    }
}
