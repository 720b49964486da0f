package io.ringway.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.conformance.compare.StateComparison;
import io.ringway.conformance.kernel.KernelLab;
import io.ringway.conformance.kernel.KernelState;
import io.ringway.conformance.kernel.Muteness;
import io.ringway.conformance.model.ModelLab;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares what the tools show of every namespace, the model's at the moment when the kernel's was read. */
public final class StateJudge {
    private static final String MUTED = "muted";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What all tools of one namespace take, generously. */
    private static final long READING_NS = 300_000_000L;

    private final KernelLab kernel;
    private final ModelLab model;
    private final Lockstep lockstep;
    private final StateComparison comparison;
    private final Witness witness;

    StateJudge(KernelLab kernel, ModelLab model, Lockstep lockstep, StateComparison comparison, Witness witness) {
        this.kernel = kernel;
        this.model = model;
        this.lockstep = lockstep;
        this.comparison = comparison;
        this.witness = witness;
    }

    /** @return false when timers were too near to tell */
    boolean judge(Collection<String> muted) {
        boolean decided = true;
        KernelState tools = new KernelState(kernel);
        Muteness muteness = new Muteness(kernel);
        for (String namespace : model.namespaceNames()) {
            decided &= lockstep.keepAwayFromTimers(Lockstep.beforeTimerNs() + READING_NS);
            long timeNs = lockstep.nowNs();
            model.advanceTo(timeNs);
            Map<String, String> kernels = new LinkedHashMap<>();
            for (String key : KernelState.keys()) {
                kernels.put(key, tools.read(namespace, key));
            }
            if (muted.contains(namespace)) {
                kernels.put(MUTED, Long.toString(muteness.delivered(namespace)));
            }
            witness.state(namespace, timeNs, kernels);
            compare(comparison, namespace, kernels, model);
        }
        return decided;
    }

    /** Compares what the kernel's tools showed with the state of the model as it is now. */
    public static void compare(
            StateComparison comparison, String namespace, Map<String, String> kernels, ModelLab model) {
        JsonNode models = parse(model.state(namespace));
        kernels.forEach((key, text) -> {
            String other = key.equals(MUTED) ? Long.toString(model.delivered(namespace)) : text(models.get(key));
            comparison.compare(namespace, key, text, other);
        });
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the model's state is not JSON: " + json, e);
        }
    }

    private static String text(JsonNode node) {
        if (node == null) {
            return "";
        }
        return node.isTextual() ? node.asText() : node.toString();
    }
}
