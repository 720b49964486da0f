package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The ports of bridges by number, which is their order unless one was removed; queue lengths, flags and aliases. */
final class PortSteps implements Step {
    private static final int QUEUE_LENGTH = 1000;

    /** Switches of a port, and what they are at first. */
    private static final Map<String, Boolean> SWITCHES = Map.ofEntries(
            Map.entry("hairpin", false),
            Map.entry("guard", false),
            Map.entry("root_block", false),
            Map.entry("fastleave", false),
            Map.entry("learning", true),
            Map.entry("flood", true),
            Map.entry("mcast_flood", true),
            Map.entry("bcast_flood", true),
            Map.entry("mcast_to_unicast", false),
            Map.entry("isolated", false),
            Map.entry("locked", false));

    private static final List<String> LACKING =
            List.of("neigh_suppress", "vlan_tunnel", "proxy_arp", "proxy_arp_wifi", "mab");

    @Override
    public void run(RecordedNamespace namespace, Reconstruction model) {
        for (RecordedLink link : namespace.links()) {
            flags(link, model);
        }
        List<RecordedLink> ports = new ArrayList<>(namespace.links());
        ports.removeIf(link -> link.master().isEmpty());
        ports.sort(Comparator.comparingInt(PortSteps::number));
        for (RecordedLink port : ports) {
            RecordedLink master = namespace.link(port.master());
            if (master != null && master.is("bridge")) {
                enslave(port, model);
            } else {
                String kind = master == null ? "" : " of type " + master.kind();
                model.warnings()
                        .add(
                                LinkSteps.source(port),
                                namespace,
                                port.name() + ": its master " + port.master() + kind
                                        + " is not modelled: it stands alone");
            }
        }
        for (RecordedLink bridge : namespace.links()) {
            var device = model.built(namespace).device(bridge.name());
            if (bridge.is("bridge") && device != null && device.mtu() != bridge.mtu()) {
                set(bridge, model, "mtu", Integer.toString(bridge.mtu()));
            }
        }
    }

    private static int number(RecordedLink port) {
        String number = port.portData().path("no").asText("0x0");
        return number.matches("0x[0-9a-f]{1,4}") ? Integer.parseInt(number.substring(2), 16) : 0;
    }

    private static void enslave(RecordedLink port, Reconstruction model) {
        set(port, model, "master", port.master());
        JsonNode data = port.portData();
        List<String> words = new ArrayList<>(List.of("bridge", "link", "set", "dev", port.name()));
        int without = words.size();
        SWITCHES.keySet().stream().sorted().forEach(option -> {
            boolean initially = SWITCHES.get(option);
            if (data.path(option).asBoolean(initially) != initially) {
                words.addAll(List.of(option, initially ? "off" : "on"));
            }
        });
        for (String option : new String[] {"priority", "cost"}) {
            if (data.has(option)) {
                words.addAll(List.of(option, data.get(option).asText()));
            }
        }
        if (data.path("multicast_router").asInt(1) != 1) {
            words.addAll(List.of("mcast_router", data.get("multicast_router").asText()));
        }
        if (words.size() > without) {
            model.run(LinkSteps.source(port), port.in(), words);
        }
        String mask = data.path("group_fwd_mask").asText("0");
        if (!mask.equals("0")) {
            set(port, model, "type", "bridge_slave", "group_fwd_mask", mask);
        }
        for (String option : LACKING) {
            if (data.path(option).asBoolean()) {
                String words2 = option + " of port " + port.name() + " is not modelled";
                model.warnings().add(LinkSteps.source(port), port.in(), words2);
            }
        }
    }

    private static void flags(RecordedLink link, Reconstruction model) {
        if (link.isLoopback()) {
            return;
        }
        List<String> options = new ArrayList<>();
        int queue = link.json().path("txqlen").asInt();
        if (queue != QUEUE_LENGTH) {
            options.addAll(List.of("txqueuelen", Integer.toString(queue)));
        }
        boolean dummy = link.is("dummy");
        option(options, "arp", !link.has("NOARP"), !dummy);
        option(options, "multicast", link.has("MULTICAST"), !dummy);
        option(options, "allmulticast", link.has("ALLMULTI"), false);
        option(options, "promisc", link.has("PROMISC"), false);
        option(options, "dynamic", link.has("DYNAMIC"), false);
        if (link.json().has("ifalias")) {
            options.addAll(List.of("alias", link.json().get("ifalias").asText()));
        }
        if (!options.isEmpty()) {
            set(link, model, options.toArray(String[]::new));
        }
    }

    private static void option(List<String> options, String name, boolean on, boolean initially) {
        if (on != initially) {
            options.addAll(List.of(name, on ? "on" : "off"));
        }
    }

    private static void set(RecordedLink link, Reconstruction model, String... options) {
        List<String> words = new ArrayList<>(List.of("ip", "link", "set", link.name()));
        words.addAll(List.of(options));
        model.run(LinkSteps.source(link), link.in(), words);
    }
}
