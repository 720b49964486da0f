package io.ringway.replay.binding;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;

/**
 * Hosts of a capture and the namespace of the model that stands for them: {@code ADDRESS[/LENGTH]=NS[@ADDRESS]}.
 *
 * @param prefix the hosts in the capture
 * @param known the address by which the others know them in the model, 0 where the model chooses it
 */
record HostBinding(Ipv4Prefix prefix, Namespace namespace, int known) {
    private static final String FORM = "ADDRESS[/LENGTH]=NS, as in 10.1.2.3=web or 0.0.0.0/0=internet";

    /**
     * @param text behind the equals sign a namespace, an address that one has, or {@code NS@ADDRESS}
     * @throws ReplayException for usage
     */
    static HostBinding parse(String text, Network network) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw ReplayException.usage("--host \"" + text + "\" should read " + FORM);
        }
        Ipv4Prefix prefix = prefix(text, text.substring(0, equals));
        String model = text.substring(equals + 1);
        int at = model.indexOf('@');
        if (at >= 0) {
            Namespace namespace = new InterfaceName(model.substring(0, at), "@ip").findNamespace(network);
            return new HostBinding(prefix, namespace, address(text, model.substring(at + 1)));
        }
        if (network.namespace(model) == null && model.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
            int address = address(text, model);
            return new HostBinding(prefix, owner(address, model, network), address);
        }
        return new HostBinding(prefix, new InterfaceName(model, "@ip").findNamespace(network), 0);
    }

    private static Namespace owner(int address, String text, Network network) {
        for (Namespace namespace : network.namespaces()) {
            if (namespace.stack().routing().isOwn(address)) {
                return namespace;
            }
        }
        throw ReplayException.usage("nobody in the model has " + text
                + ", and it has no outside segment on which such a host could be; NS@" + text
                + " is a namespace that others know by that address");
    }

    private static Ipv4Prefix prefix(String option, String text) {
        try {
            return Ipv4Prefix.parse(text);
        } catch (IllegalArgumentException e) {
            throw ReplayException.usage("--host \"" + option + "\": " + e.getMessage() + "; it should read " + FORM);
        }
    }

    private static int address(String option, String text) {
        try {
            return Ipv4Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw ReplayException.usage(
                    "--host \"" + option + "\": \"" + text + "\" is no IPv4 address; it should read " + FORM);
        }
    }

    /** Whether it stands for many hosts, of which each may keep its own address. */
    boolean isForMany() {
        return prefix.length() < 32;
    }
}
