package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringway.engine.device.BridgePort;
import io.ringway.engine.device.Device;
import java.util.ArrayList;
import java.util.List;

/** IPv4 addresses in the order of the list, and which interfaces are up. */
final class AddressSteps implements Step {
    @Override
    public void run(RecordedNamespace namespace, Reconstruction model) {
        for (RecordedLink link : namespace.links()) {
            if (link.isLoopback()) {
                loopback(link, model);
            }
        }
        for (RecordedLink link : namespace.links()) {
            if (!link.isLoopback() && isThere(link, model)) {
                addresses(link, model);
            }
        }
        for (RecordedLink link : standingOnes(namespace)) {
            if (link.has("UP") && isThere(link, model)) {
                setUp(link, model, "up");
            }
        }
    }

    /** Those that stand on others in the same namespace come behind these. */
    private static List<RecordedLink> standingOnes(RecordedNamespace namespace) {
        List<RecordedLink> order = new ArrayList<>();
        for (boolean upper : new boolean[] {false, true}) {
            for (RecordedLink link : namespace.links()) {
                boolean stands = link.is("vlan") || link.is("macvlan") || link.is("ipvlan");
                if (stands == upper && !link.isLoopback()) {
                    order.add(link);
                }
            }
        }
        return order;
    }

    /** States of ports that somebody chose; to be set once all is up. */
    static void portStates(RecordedNamespace namespace, Reconstruction model) {
        for (RecordedLink link : namespace.links()) {
            Device device = model.built(namespace).device(link.name());
            BridgePort port = device == null ? null : device.port();
            String state = link.portData().path("state").asText();
            boolean chosen = state.matches("listening|learning|blocking");
            if (port != null && chosen && link.has("LOWER_UP")) {
                model.run(
                        LinkSteps.source(link),
                        namespace,
                        List.of("bridge", "link", "set", "dev", link.name(), "state", state));
            }
        }
    }

    private static boolean isThere(RecordedLink link, Reconstruction model) {
        return model.built(link.in()).device(link.name()) != null;
    }

    /** It gives itself 127.0.0.1 when it comes up without an address ({@code devinet.c:inetdev_event()}). */
    private static void loopback(RecordedLink link, Reconstruction model) {
        setUp(link, model, link.has("UP") ? "up" : "down");
        List<String> wanted = new ArrayList<>();
        for (JsonNode address : link.json().path("addr_info")) {
            wanted.add(text(address));
        }
        if (link.has("UP") && !wanted.contains("127.0.0.1/8")) {
            model.run(LinkSteps.source(link), link.in(), List.of("ip", "addr", "del", "127.0.0.1/8", "dev", "lo"));
        }
        addresses(link, model);
    }

    private static void addresses(RecordedLink link, Reconstruction model) {
        for (JsonNode address : link.json().path("addr_info")) {
            boolean there = link.isLoopback() && link.has("UP") && text(address).equals("127.0.0.1/8");
            if (address.path("family").asText().equals("inet") && !there) {
                add(link, address, model);
            }
        }
    }

    private static void add(RecordedLink link, JsonNode address, Reconstruction model) {
        List<String> words = new ArrayList<>(List.of("ip", "addr", "add", text(address)));
        if (address.has("broadcast")) {
            words.addAll(List.of("brd", address.get("broadcast").asText()));
        }
        words.addAll(List.of("scope", address.path("scope").asText("global")));
        String label = address.path("label").asText(link.name());
        if (!label.equals(link.name())) {
            words.addAll(List.of("label", label));
        }
        if (address.path("autojoin").asBoolean()) {
            words.add("autojoin");
        }
        words.addAll(List.of("dev", link.name()));
        model.run(LinkSteps.source(link), link.in(), words);
    }

    private static String text(JsonNode address) {
        return address.path("local").asText() + "/" + address.path("prefixlen").asInt();
    }

    private static void setUp(RecordedLink link, Reconstruction model, String state) {
        model.run(LinkSteps.source(link), link.in(), List.of("ip", "link", "set", link.name(), state));
    }
}
