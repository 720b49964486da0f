package io.ringway.replay.binding;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import io.ringway.replay.request.ReplayException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which namespace stands for a host of the capture: the longest prefix wins, of equal ones the last given. Ports by number. */
final class HostBindings {
    private static final int LOOPBACK_NET = 8;

    private final List<HostBinding> hosts = new ArrayList<>();
    private final int[] ports = new int[1 << 16];

    void add(HostBinding host) {
        hosts.removeIf(other -> other.prefix().length() == host.prefix().length()
                && other.prefix().contains(host.prefix().address()));
        hosts.add(host);
        hosts.sort(Comparator.<HostBinding>comparingInt(each -> each.prefix().length())
                .reversed());
    }

    /** @param text {@code CAPTURE=MODEL} */
    void addPort(String text) {
        String[] both = text.split("=", -1);
        if (both.length != 2 || !isPort(both[0]) || !isPort(both[1])) {
            throw ReplayException.usage("--port \"" + text + "\" should read CAPTURE=MODEL, two ports as in 80=8080");
        }
        ports[Integer.parseInt(both[0])] = Integer.parseInt(both[1]);
    }

    private static boolean isPort(String text) {
        return text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) < 1 << 16;
    }

    /** The largest packet that every bound namespace can send. */
    int mtu() {
        int least = Integer.MAX_VALUE;
        for (HostBinding host : hosts) {
            for (Device device : host.namespace().devices()) {
                least = device instanceof Loopback ? least : Math.min(least, device.mtu());
            }
        }
        return least;
    }

    boolean isEmpty() {
        return hosts.isEmpty();
    }

    /** Null for a host that is not bound: groups and broadcasts never are, 127.0.0.0/8 only by a prefix of its own. */
    HostBinding find(int address) {
        if (Ipv4Address.isMulticast(address) || address == Ipv4Address.BROADCAST || Ipv4Address.isZeroNet(address)) {
            return null;
        }
        for (int i = 0; i < hosts.size(); i++) {
            HostBinding host = hosts.get(i);
            if (host.prefix().contains(address)) {
                boolean named = host.prefix().length() >= LOOPBACK_NET || !Ipv4Address.isLoopback(address);
                return named ? host : null;
            }
        }
        return null;
    }

    /** Whether a host is bound, and not only as one of many. */
    boolean isNamed(int address) {
        HostBinding host = find(address);
        return host != null && host.prefix().length() == 32;
    }

    /** Whether every host of a network is bound by that very binding. */
    boolean bindsAll(Ipv4Prefix net, HostBinding binding) {
        boolean all = binding.prefix().length() <= net.length();
        for (HostBinding other : hosts) {
            all &= other == binding || !net.contains(other.prefix().address());
        }
        return all;
    }

    /** The port of the model for one of the capture, 0 where it stays the same. */
    int port(int captured) {
        return ports[captured];
    }
}
