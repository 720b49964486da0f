package io.ringway.conformance.cases;

import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.kernel.Refusal;
import io.ringway.replay.request.InterfaceName;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the kernel did with a case, at which times; nanoseconds since the run's start.
 *
 * @param machine kernel, tools: by name what they say of their version
 * @param baseline the sysctls that every namespace and interface began with
 * @param given checksums of the case's files, by name
 * @param limits how much the machine let every namespace track; nothing where an old recording does not say
 * @param zeroTickNs when the kernel's count of ticks was 0; empty in an old recording, or where it was not known
 * @param prepared the lab's commands
 * @param muted namespaces that answered nothing
 * @param events frames and commands in their order
 * @param ends when each event was over; first the time before the first event
 * @param seen by event, from 0 for the time before the first, and interface
 * @param stateTimes when each namespace was read
 * @param state by namespace and key, as the tools printed it
 */
record Recording(
        Map<String, String> machine,
        Map<String, Integer> baseline,
        Map<String, String> given,
        Map<String, Long> limits,
        OptionalLong zeroTickNs,
        List<Command> prepared,
        List<String> muted,
        List<Event> events,
        List<Long> ends,
        List<Map<InterfaceName, List<Sighting>>> seen,
        Map<String, Long> stateTimes,
        Map<String, Map<String, String>> state) {

    /** A command of the lab, or between frames. */
    record Command(long timeNs, int exitCode, String words) {}

    /**
     * Either a frame, of the next one in its capture, or a command.
     *
     * @param where who sent the frame; null for a command
     * @param command null for a frame
     */
    record Event(long timeNs, String where, Refusal refusal, Command command) {}
}
