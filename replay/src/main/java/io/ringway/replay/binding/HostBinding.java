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
 * @param outside whether they are on the segment outside of the model, where each keeps its address if it can
 */
record HostBinding(Ipv4Prefix prefix, Namespace namespace, int known, boolean outside) {
    private static final String FORM = "ADDRESS[/LENGTH]=NS, as in 10.1.2.3=web or 0.0.0.0/0=internet";

    /**
     * @param text behind the equals sign a namespace, an address that one has, or {@code NS@ADDRESS}
     * @throws ReplayException for usage
     */
    static HostBinding parse(String text, Network network, OutsideHosts outside) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw ReplayException.usage("--host \"" + text + "\" should read " + FORM);
        }
        Ipv4Prefix prefix = prefix(text, text.substring(0, equals));
        String model = text.substring(equals + 1);
        int at = model.indexOf('@');
        String name = at < 0 ? model : model.substring(0, at);
        int known = at < 0 ? 0 : address(text, model.substring(at + 1));
        boolean isOutside = name.equals(OutsideHosts.NAME) && outside.areThere();
        if (at < 0 && network.namespace(name) == null && name.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
            known = address(text, name);
            Namespace owner = owner(known, network);
            if (owner != null) {
                return new HostBinding(prefix, owner, known, false);
            }
            if (!outside.areThere()) {
                throw nobodyHas(name);
            }
            isOutside = true;
        }
        if (!isOutside) {
            return new HostBinding(prefix, new InterfaceName(name, "@ip").findNamespace(network), known, false);
        }
        if (known != 0) {
            outside.take(known);
        }
        return new HostBinding(prefix, outside.namespace(), known, true);
    }

    private static Namespace owner(int address, Network network) {
        for (Namespace namespace : network.namespaces()) {
            if (namespace.stack().routing().isOwn(address)) {
                return namespace;
            }
        }
        return null;
    }

    private static ReplayException nobodyHas(String address) {
        return ReplayException.usage("nobody in the model has " + address
                + ", and it has no outside segment on which such a host could be; NS@" + address
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

    /** Whether each of the hosts may keep its own address. */
    boolean mayKeep() {
        return prefix.length() < 32 || outside;
    }
}
