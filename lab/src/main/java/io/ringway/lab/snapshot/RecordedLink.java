package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An interface as {@code ip -j -d addr} prints it.
 *
 * @param in the namespace that has it
 */
record RecordedLink(RecordedNamespace in, JsonNode json) {
    String name() {
        return json.path("ifname").asText();
    }

    int ifindex() {
        return json.path("ifindex").asInt();
    }

    int mtu() {
        return json.path("mtu").asInt();
    }

    /** "" where it has none of Ethernet's. */
    String mac() {
        String mac = json.path("address").asText();
        return isEthernet() && !mac.equals("00:00:00:00:00:00") ? mac : "";
    }

    boolean isEthernet() {
        return json.path("link_type").asText().equals("ether");
    }

    boolean isLoopback() {
        return json.path("link_type").asText().equals("loopback");
    }

    /** "" for hardware. */
    String kind() {
        return json.path("linkinfo").path("info_kind").asText();
    }

    /** The options of its kind. */
    JsonNode data() {
        return json.path("linkinfo").path("info_data");
    }

    /** Those of a bridge's port. */
    JsonNode portData() {
        return json.path("linkinfo").path("info_slave_data");
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    boolean has(String flag) {
        for (JsonNode each : json.path("flags")) {
            if (each.asText().equals(flag)) {
                return true;
            }
        }
        return false;
    }

    /** The name of the bridge, or whatever else has it as its part; "" for none. */
    String master() {
        return json.path("master").asText();
    }

    /** The number by which its namespace knows that of its other end; -1 where that is the same, or not said. */
    int otherNamespace() {
        return json.path("link_netnsid").asInt(-1);
    }

    /** Whether it names another end, or what it stands on. */
    boolean isLinked() {
        return json.has("link_index") || json.has("link");
    }

    /** The number of its other end in the namespace of that; 0 where it is named in its own. */
    int otherIndex() {
        return json.path("link_index").asInt();
    }

    /** The name of its other end in the same namespace, "" where that has a number in another one. */
    String otherName() {
        return json.path("link").asText();
    }

    @Override
    public String toString() {
        return in.name() + ":" + name();
    }
}
