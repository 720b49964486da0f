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

/** Compares what the tools show of every namespace, the model's at the moment when the kernel's was read. */
final class StateJudge {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What all tools of one namespace take, generously. */
    private static final long READING_NS = 300_000_000L;

    private final KernelLab kernel;
    private final ModelLab model;
    private final Lockstep lockstep;
    private final StateComparison comparison;

    StateJudge(KernelLab kernel, ModelLab model, Lockstep lockstep, StateComparison comparison) {
        this.kernel = kernel;
        this.model = model;
        this.lockstep = lockstep;
        this.comparison = comparison;
    }

    /** @return false when timers were too near to tell */
    boolean judge(Collection<String> muted) {
        boolean decided = true;
        KernelState tools = new KernelState(kernel);
        Muteness muteness = new Muteness(kernel);
        for (String namespace : model.namespaceNames()) {
            decided &= lockstep.keepAwayFromTimers(Lockstep.beforeTimerNs() + READING_NS);
            model.advanceTo(lockstep.nowNs());
            JsonNode models = parse(model.state(namespace));
            for (String key : KernelState.keys()) {
                comparison.compare(namespace, key, tools.read(namespace, key), text(models.get(key)));
            }
            if (muted.contains(namespace)) {
                comparison.compare(
                        namespace,
                        "muted",
                        Long.toString(muteness.delivered(namespace)),
                        Long.toString(model.delivered(namespace)));
            }
        }
        return decided;
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
