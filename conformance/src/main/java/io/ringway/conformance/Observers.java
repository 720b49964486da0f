package io.ringway.conformance;

import io.ringway.conformance.kernel.KernelLab;
import io.ringway.conformance.kernel.KernelTaps;
import io.ringway.conformance.model.ModelLab;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Watches every interface on both sides, those that appear during the run from then on: as {@code tcpdump} does where
 * captures are asked for, else without changing what a bridge passes up.
 */
final class Observers {
    private final ConformRequest request;
    private final KernelLab kernel;
    private final ModelLab model;
    private final KernelTaps taps;
    private final Sightings sightings;
    private final List<String> differences;
    private final Set<String> known = new HashSet<>();

    Observers(
            ConformRequest request,
            KernelLab kernel,
            ModelLab model,
            KernelTaps taps,
            Sightings sightings,
            List<String> differences) {
        this.request = request;
        this.kernel = kernel;
        this.model = model;
        this.taps = taps;
        this.sightings = sightings;
        this.differences = differences;
    }

    /** @throws io.ringway.replay.ReplayException for an output at an interface that the model never had */
    void watchNew() {
        if (known.isEmpty()) {
            request.outputs().forEach(output -> model.check(output.where()));
        }
        Set<String> theirs = new TreeSet<>();
        kernel.allInterfaces().forEach(name -> theirs.add(name.toString()));
        for (InterfaceName name : model.interfaces()) {
            boolean both = theirs.remove(name.toString());
            if (!known.add(name + " " + model.ifindex(name))) {
                continue;
            }
            if (both) {
                watch(name);
            } else {
                differences.add("only the model has an interface " + name);
            }
        }
        for (String name : theirs) {
            if (known.add(name)) {
                differences.add("only the kernel has an interface " + name);
            }
        }
    }

    private void watch(InterfaceName name) {
        Direction compared = compared(name);
        boolean promiscuous = request.outDir() != null
                || (compared != null && !request.outputs().isEmpty());
        sightings.watch(name, compared);
        taps.add(kernel, name, promiscuous);
        model.tap(name, promiscuous, (frame, outgoing) -> sightings.model(name, frame, outgoing, model.nowNs()));
    }

    private Direction compared(InterfaceName name) {
        if (request.outputs().isEmpty()) {
            return Direction.INOUT;
        }
        for (ConformRequest.Output output : request.outputs()) {
            if (output.where().equals(name)) {
                return output.direction();
            }
        }
        return null;
    }
}
