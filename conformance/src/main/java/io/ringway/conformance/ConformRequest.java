package io.ringway.conformance;

import io.ringway.replay.request.Direction;
import io.ringway.replay.request.Gso;
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
 * @param repairs what is done to captured frames before both sides are given them
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
        Repairs repairs,
        long seed,
        long lingerNs) {
    public static final long LINGER_NS = 30_000_000_000L;

    /**
     * A capture, "-" for standard input.
     *
     * @param arriving whether its frames arrive at the interface, rather than leave by it
     */
    public record Input(InterfaceName where, Path file, boolean arriving) {}

    /**
     * Of captures as they come.
     *
     * @param lengths whether packets that a snapshot length cut are filled up
     * @param checksums whether those that were left to a device are completed
     * @param gso what becomes of segments larger than the MTU; those that are kept both sides refuse
     */
    public record Repairs(boolean lengths, boolean checksums, Gso gso) {
        public static final Repairs NONE = new Repairs(false, false, Gso.KEEP);

        boolean cuts() {
            return gso == Gso.SPLIT;
        }
    }

    /** An interface to compare, in one direction or both. */
    public record Output(InterfaceName where, Path file, Direction direction) {}

    /** Without outputs, not alive, seed 1: every interface is compared. */
    public static ConformRequest of(List<Path> labs, List<Input> inputs, Path differences) {
        return new ConformRequest(
                labs, inputs, List.of(), List.of(), null, differences, false, Repairs.NONE, 1, LINGER_NS);
    }
}
