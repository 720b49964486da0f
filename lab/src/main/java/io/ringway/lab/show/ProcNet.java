package io.ringway.lab.show;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Counters;
import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteMetrics;
import io.ringway.engine.route.RouteMetrics.Metric;
import io.ringway.nat.AddressType;
import io.ringway.nat.rules.match.RecentTable;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;

/**
 * The files of {@code /proc/net} that tools of old read ({@code arp.c:arp_seq_show(), net-procfs.c:dev_seq_show(),
 * fib_trie.c:fib_route_seq_show()}).
 */
public record ProcNet(Namespace namespace) {
    private static final int ROUTE_WIDTH = 127;
    private static final int COMPLETE = 2;
    private static final int PERMANENT = 4;
    private static final int UP = 1;
    private static final int GATEWAY = 2;
    private static final int HOST = 4;
    private static final int REJECT = 0x200;
    private static final int ADDRESS_BITS = 32;
    private static final int HEADERS = 40;

    /** Where the lists of {@code -m recent} show. */
    public static final String RECENT = "xt_recent/";

    /** Null for a file that the model does not have. */
    public String read(String name) {
        if (name.startsWith(RECENT)) {
            RecentTable list =
                    namespace.stack().netfilter().state().find(RecentTable.class, name.substring(RECENT.length()));
            return list == null ? null : list.show();
        }
        return switch (name) {
            case "arp" -> arp();
            case "dev" -> devices();
            case "route" -> routes();
            default -> null;
        };
    }

    private String arp() {
        StringBuilder text =
                new StringBuilder("IP address       HW type     Flags       HW address            Mask     Device\n");
        for (Neighbour neighbour : namespace.stack().neighbours().all()) {
            if (neighbour.state() != NeighbourState.NOARP && neighbour.state() != NeighbourState.NONE) {
                int flags = neighbour.state().isValid() ? COMPLETE : 0;
                flags |= neighbour.state() == NeighbourState.PERMANENT ? PERMANENT : 0;
                text.append(String.format(
                        "%-16s 0x%-10x0x%-10x%-17s     *        %s\n",
                        Ipv4Address.format(neighbour.address()),
                        1,
                        flags,
                        MacAddress.format(neighbour.state().isValid() ? neighbour.mac() : 0),
                        neighbour.device().name()));
            }
        }
        return text.toString();
    }

    private String devices() {
        StringBuilder text = new StringBuilder("Inter-|   Receive                                                "
                + "|  Transmit\n face |bytes    packets errs drop fifo frame compressed multicast"
                + "|bytes    packets errs drop fifo colls carrier compressed\n");
        for (Device device : namespace.devices()) {
            Counters counters = device.counters();
            text.append(String.format(
                    "%6s: %7d %7d %4d %4d %4d %5d %10d %9d %8d %7d %4d %4d %4d %5d %7d %10d\n",
                    device.name(),
                    counters.rxBytes(),
                    counters.rxPackets(),
                    counters.rxErrors(),
                    counters.rxDropped(),
                    0,
                    counters.rxLengthErrors() + counters.rxFrameErrors(),
                    0,
                    counters.multicast(),
                    counters.txBytes(),
                    counters.txPackets(),
                    counters.txErrors(),
                    counters.txDropped(),
                    0,
                    counters.collisions(),
                    counters.txCarrierErrors(),
                    0));
        }
        return text.toString();
    }

    /** Nothing at all until the namespace has its first route, of whichever table. */
    private String routes() {
        boolean any = namespace.stack().routing().allTables().stream()
                .anyMatch(table -> !table.routes().isEmpty());
        if (!any) {
            return "";
        }
        StringBuilder text = new StringBuilder(
                padded("Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT"));
        for (Route route : namespace.stack().routing().routes()) {
            if (route.type() != AddressType.BROADCAST) {
                text.append(padded(route(route)));
            }
        }
        return text.toString();
    }

    private static String route(Route route) {
        Device device = route.nexthop().device();
        int gateway = route.nexthop().gateway();
        boolean rejects = route.type() == AddressType.UNREACHABLE || route.type() == AddressType.PROHIBIT;
        int flags = UP | (rejects ? REJECT : 0) | (gateway != 0 ? GATEWAY : 0);
        flags |= route.destination().length() == ADDRESS_BITS ? HOST : 0;
        RouteMetrics metrics = route.metrics();
        long segment = metrics.isSaid(Metric.ADVMSS) ? metrics.get(Metric.ADVMSS) + HEADERS : 0;
        return String.format(
                "%s\t%08X\t%08X\t%04X\t0\t0\t%s\t%08X\t%d\t%d\t%d",
                device == null ? "*" : device.name(),
                Integer.reverseBytes(route.destination().network()),
                Integer.reverseBytes(gateway),
                flags,
                Integer.toUnsignedString(route.metric()),
                Integer.reverseBytes(route.destination().mask()),
                segment,
                metrics.isSaid(Metric.WINDOW) ? metrics.get(Metric.WINDOW) : 0,
                metrics.isSaid(Metric.RTT) ? metrics.get(Metric.RTT) : 0);
    }

    private static String padded(String line) {
        return line + " ".repeat(Math.max(0, ROUTE_WIDTH - line.length())) + "\n";
    }
}
