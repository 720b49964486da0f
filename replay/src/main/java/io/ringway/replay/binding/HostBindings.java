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
    private int[] largest = {};
    private int least = Integer.MAX_VALUE;

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

    /** Looks at the interfaces of the bound namespaces, for {@link #mtu} and {@link #largest} from now on. */
    void measure() {
        least = Integer.MAX_VALUE;
        largest = new int[hosts.size()];
        for (int i = 0; i < largest.length; i++) {
            for (Device device : hosts.get(i).namespace().devices()) {
                if (!(device instanceof Loopback)) {
                    least = Math.min(least, device.mtu());
                    largest[i] = Math.max(largest[i], device.mtu());
                }
            }
        }
    }

    /** The largest packet that every bound namespace can send by any way. */
    int mtu() {
        return least;
    }

    /** The largest packet that a host's namespace can send by one way at least, {@link #mtu} for one that is not bound. */
    int largest(int address) {
        int at = index(address);
        return at < 0 ? least : Math.max(least, largest[at]);
    }

    boolean isEmpty() {
        return hosts.isEmpty();
    }

    /** Null for a host that is not bound: groups and broadcasts never are, 127.0.0.0/8 only by a prefix of its own. */
    HostBinding find(int address) {
        int at = index(address);
        return at < 0 ? null : hosts.get(at);
    }

    private int index(int address) {
        if (Ipv4Address.isMulticast(address) || address == Ipv4Address.BROADCAST || Ipv4Address.isZeroNet(address)) {
            return -1;
        }
        for (int i = 0; i < hosts.size(); i++) {
            Ipv4Prefix prefix = hosts.get(i).prefix();
            if (prefix.contains(address)) {
                return prefix.length() >= LOOPBACK_NET || !Ipv4Address.isLoopback(address) ? i : -1;
            }
        }
        return -1;
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
