package io.ringway.lab.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;

/**
 * A neighbour as {@code ip neigh} prints it ({@code ipneigh.c:print_neigh()}).
 *
 * @param withDevice false where the user asked for one device's neighbours
 */
public record NeighbourView(boolean withDevice) {

    public ObjectNode json(Neighbour neighbour) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("dst", Ipv4Address.format(neighbour.address()));
        if (withDevice) {
            node.put("dev", neighbour.device().name());
        }
        if (neighbour.hasMac()) {
            node.put("lladdr", MacAddress.format(neighbour.mac()));
        }
        node.putArray("state").add(neighbour.state().name());
        return node;
    }

    public String text(Neighbour neighbour) {
        String device = withDevice ? "dev " + neighbour.device().name() + " " : "";
        String mac = neighbour.hasMac() ? "lladdr " + MacAddress.format(neighbour.mac()) + " " : "";
        return Ipv4Address.format(neighbour.address()) + " " + device + mac + neighbour.state() + " \n";
    }
}
