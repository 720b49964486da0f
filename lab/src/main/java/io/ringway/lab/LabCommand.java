package io.ringway.lab;

import io.ringway.lab.text.TextFilter;
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
 * @param filters what its stdout is piped into
 * @param ifindex the number of the device that it makes, where its tool has no word for it: what was recorded of a host
 *     has numbers; 0 for the next that is free
 */
public record LabCommand(
        SourcePosition position,
        String namespace,
        List<String> argv,
        List<SourcePosition> positions,
        String stdin,
        boolean background,
        List<TextFilter> filters,
        Flow flow,
        int ifindex) {
    public static final String UNNAMED = "";

    public LabCommand {
        argv = List.copyOf(argv);
        positions = List.copyOf(positions);
        filters = List.copyOf(filters);
    }

    /** Without pipes. */
    public LabCommand(
            SourcePosition position,
            String namespace,
            List<String> argv,
            List<SourcePosition> positions,
            String stdin,
            boolean background) {
        this(position, namespace, argv, positions, stdin, background, List.of(), Flow.PLAIN);
    }

    /** Without a number that a device has to have. */
    public LabCommand(
            SourcePosition position,
            String namespace,
            List<String> argv,
            List<SourcePosition> positions,
            String stdin,
            boolean background,
            List<TextFilter> filters,
            Flow flow) {
        this(position, namespace, argv, positions, stdin, background, filters, flow, 0);
    }

    /** The same for a device of that number. */
    public LabCommand numbered(int number) {
        return new LabCommand(position, namespace, argv, positions, stdin, background, filters, flow, number);
    }

    /** What the pipes make of what the command printed; the exit code is that of the last one. */
    public CommandResult piped(CommandResult printed) {
        CommandResult result = printed;
        int failure = printed.exitCode();
        for (TextFilter filter : filters) {
            CommandResult filtered = filter.apply(result.stdout());
            failure = filtered.exitCode() != 0 ? filtered.exitCode() : failure;
            result = new CommandResult(filtered.exitCode(), filtered.stdout(), result.stderr() + filtered.stderr());
        }
        return flow.pipefail() ? new CommandResult(failure, result.stdout(), result.stderr()) : result;
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
