package io.ringway.lab.snapshot;

import java.util.List;
import java.util.Map;

/**
 * What snapshots show and the model does not have, for whoever explains what became of a packet.
 *
 * @param ports that Docker publishes
 * @param listeners who listened, by namespace; a namespace that is not there was not asked
 * @param networks of Docker, by container's namespace
 * @param unmodelled what else decides about packets of a namespace, in words
 */
public record HostRecord(
        List<Port> ports,
        Map<String, List<Listener>> listeners,
        Map<String, List<String>> networks,
        Map<String, List<String>> unmodelled) {
    public static final HostRecord NONE = new HostRecord(List.of(), Map.of(), Map.of(), Map.of());

    /**
     * A port of the host that leads to one of a container.
     *
     * @param container the namespace
     * @param protocol tcp, udp or sctp
     * @param at the host's address, 0.0.0.0 for all
     * @param address of the container, "" for none of its own
     */
    public record Port(String container, String protocol, String at, int number, String address, int inside) {
        /** As docker ps has it, without what says nothing. */
        @Override
        public String toString() {
            return (isEverywhere() ? "" : at + ":") + number + "/" + protocol + " (" + container + ")";
        }

        public boolean isEverywhere() {
            return at.isEmpty() || at.equals("0.0.0.0");
        }
    }

    /**
     * A program that waits for packets.
     *
     * @param address {@code *} for all
     * @param program "" where nobody could see it
     */
    public record Listener(String protocol, String address, int port, String program) {
        public boolean isEverywhere() {
            return address.equals("*") || address.equals("0.0.0.0");
        }

        /** The program, or what stands for it. */
        public String who() {
            return program.isEmpty() ? "a program" : program;
        }
    }
}
