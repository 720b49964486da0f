package io.ringway.conformance;

import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.kernel.Refusal;
import io.ringway.lab.LabCommand;
import io.ringway.replay.request.InterfaceName;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Told of all that the kernel did, with the measured times: enough to judge a model later, without a kernel. */
public interface Witness {
    Witness NONE = new Witness() {};

    /** The kernel's count of ticks was 0 at that time; not told where it is not known. */
    default void ticks(long zeroNs) {}

    /** How much the machine lets every namespace track, by the setting's name. */
    default void limits(Map<String, Long> limits) {}

    /** A command of the lab was run. */
    default void prepared(LabCommand command, long timeNs, int exitCode) {}

    /** The interfaces are watched from here on, and these namespaces are mute. */
    default void watched(List<InterfaceName> interfaces, Collection<String> muted) {}

    /** A frame was sent: an event begins. */
    default void injected(InterfaceName where, byte[] frame, long timeNs, Refusal refusal) {}

    /** A command was run between frames: an event begins. */
    default void commanded(LabCommand command, long timeNs, int exitCode) {}

    /** An event, or the time before the first one, is over; what each interface showed in it. */
    default void ended(long timeNs, Map<InterfaceName, List<Sighting>> kernel) {}

    /** What the tools showed of a namespace at the end, by key. */
    default void state(String namespace, long timeNs, Map<String, String> kernel) {}
}
