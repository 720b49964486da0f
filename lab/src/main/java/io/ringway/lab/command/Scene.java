package io.ringway.lab.command;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;

/**
 * Where a command acts.
 *
 * @param stdin text of its heredoc, or null
 * @param background whether an {@code &} follows
 * @param watches what runs in the background of the lab
 * @param protocolNames whether {@code iptables -nL} names protocols, as its older versions do
 * @param ifindex the number that the device has to get which is made here, 0 for any; for tools without a word for it
 */
public record Scene(
        Network network,
        Namespace namespace,
        String stdin,
        boolean background,
        Watches watches,
        boolean protocolNames,
        int ifindex) {

    /** The namespace that a lab added by this name, null when there is none; the first one has no name. */
    public Namespace named(String name) {
        Namespace found = network.namespace(name);
        return found == network.first() ? null : found;
    }
}
