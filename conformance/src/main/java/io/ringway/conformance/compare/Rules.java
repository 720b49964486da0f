package io.ringway.conformance.compare;

import java.util.ArrayList;
import java.util.List;

/** All rules of one run, which remember what they saw in it; docs/fidelity.md lists the same. */
public final class Rules {
    private final NatPortSymbols natPorts = new NatPortSymbols();
    private final IpIdSymbols ids = new IpIdSymbols();
    private final TimesOfDay times = new TimesOfDay();
    private final List<FrameRule> forFrames =
            List.of(ids, new VxlanPortSymbols(), natPorts, times, new TunnelledFrames(List.of(natPorts, times)));
    private final List<StateRule> forState =
            List.of(new TimeoutTolerance(), new UseCount(), natPorts, new TakenPortsMet(natPorts.drawn()));

    /** Where the ports belong that the model's NAT draws. */
    public DrawnPorts drawnPorts() {
        return natPorts.drawn();
    }

    public List<FrameRule> forFrames() {
        return forFrames;
    }

    public List<StateRule> forState() {
        return forState;
    }

    /** Every rule once. */
    public List<Rule> all() {
        List<Rule> all = new ArrayList<>(forFrames);
        for (StateRule rule : forState) {
            if (!all.contains(rule)) {
                all.add(rule);
            }
        }
        return all;
    }
}
