package io.ringway.conformance;

import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import java.nio.file.Path;
import java.util.List;

/**
 * What to run and what to look at.
 *
 * @param labs files or folders
 * @param at commands that run between the frames, in the order of their times
 * @param outputs what is compared, and where the kernel's frames go; empty for all interfaces
 * @param outDir where the kernel's frames of every interface go; null for nowhere
 * @param differences a folder for the captures of both sides, written when something differs
 * @param alive whether the stacks of namespaces that are fed answer too
 * @param lingerNs how long to go on after the last frame while something still waits
 */
public record ConformRequest(
        List<Path> labs,
        List<Input> inputs,
        List<TimedCommand> at,
        List<Output> outputs,
        Path outDir,
        Path differences,
        boolean alive,
        long seed,
        long lingerNs) {
    public static final long LINGER_NS = 30_000_000_000L;

    /**
     * A capture, "-" for standard input.
     *
     * @param arriving whether its frames arrive at the interface, rather than leave by it
     */
    public record Input(InterfaceName where, Path file, boolean arriving) {}

    /** An interface to compare, in one direction or both. */
    public record Output(InterfaceName where, Path file, Direction direction) {}

    /** Without outputs, not alive, seed 1: every interface is compared. */
    public static ConformRequest of(List<Path> labs, List<Input> inputs, Path differences) {
        return new ConformRequest(labs, inputs, List.of(), List.of(), null, differences, false, 1, LINGER_NS);
    }
}
