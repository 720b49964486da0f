package io.ringway.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * One command of a lab, its quotes, variables, {@code sudo}, {@code ip -n NS} and {@code ip netns exec NS} resolved.
 *
 * @param position where it starts in the lab
 * @param namespace where it acts; {@link #UNNAMED} for the first namespace
 * @param argv its words, as {@code execve()} would take them inside that namespace
 * @param positions where each word stands in the lab
 * @param stdin text of its heredoc; null for none
 * @param background whether an {@code &} follows
 */
public record LabCommand(
        SourcePosition position,
        String namespace,
        List<String> argv,
        List<SourcePosition> positions,
        String stdin,
        boolean background) {
    public static final String UNNAMED = "";

    public LabCommand {
        argv = List.copyOf(argv);
        positions = List.copyOf(positions);
    }

    /** The whole command line as the first namespace would run it: with {@code ip netns exec} where it is needed. */
    public List<String> hostArgv() {
        List<String> all = new ArrayList<>();
        if (!namespace.equals(UNNAMED)) {
            all.addAll(List.of("ip", "netns", "exec", namespace));
        }
        all.addAll(argv);
        return all;
    }
}
