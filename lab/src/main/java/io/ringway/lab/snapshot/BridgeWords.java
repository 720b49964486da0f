package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What stands behind {@code type bridge}; options that the model lacks are told where they are on. */
final class BridgeWords {
    private static final List<String> MODELLED = List.of(
            "ageing_time",
            "forward_delay",
            "hello_time",
            "max_age",
            "priority",
            "group_fwd_mask",
            "no_linklocal_learn",
            "mcast_snooping",
            "nf_call_iptables");
    private static final List<String> LACKING = List.of("stp_state", "vlan_filtering", "mcast_querier");

    private BridgeWords() {}

    static List<String> of(RecordedLink bridge, Reconstruction model) {
        List<String> words = new ArrayList<>(List.of("type", "bridge"));
        JsonNode data = bridge.data();
        for (String option : MODELLED) {
            if (data.has(option)) {
                words.add(option);
                words.add(data.get(option).asText());
            }
        }
        for (String option : LACKING) {
            if (data.path(option).asInt() != 0) {
                model.warnings()
                        .add(
                                LinkSteps.source(bridge),
                                bridge.in(),
                                option + " " + data.get(option).asText() + " of bridge " + bridge.name()
                                        + " is not modelled");
            }
        }
        return words;
    }
}
