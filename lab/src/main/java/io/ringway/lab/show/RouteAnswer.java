package io.ringway.lab.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.InputLookup;
import io.ringway.engine.ipv4.OutputRoute;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.LearnedPath;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteMetrics;
import io.ringway.lab.command.ShowOptions;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code ip route get} prints ({@code route.c:rt_fill_info()}, {@code iproute.c:print_route()}).
 *
 * @param gateway 0 for none
 * @param route the route that was found, null for none
 * @param source the address that the packet would be from, 0 where it goes without saying
 * @param cache words about the packet: local, brd …
 * @param learned what ICMP taught about the way, null for nothing
 */
public record RouteAnswer(
        AddressType type,
        Device device,
        int gateway,
        Route route,
        int source,
        boolean incoming,
        List<String> cache,
        LearnedPath learned,
        Question question) {
    private static final int ALL_HOSTS = 0xe000_0001;
    private static final int TABLE_MAIN = 254;

    /** What was asked, as far as the answer repeats it; 0 and "" for what was not said. */
    public interface Question {
        int destination();

        int source();

        int mark();

        int user();

        String inName();

        /** When it was asked, in jiffies. */
        long now();
    }

    /** A packet of this host. */
    public static RouteAnswer of(OutputRoute way, Route route, Flow flow, Question question) {
        List<String> cache = new ArrayList<>();
        boolean multicast = way.type() == AddressType.MULTICAST;
        boolean joined = multicast && question.destination() == ALL_HOSTS;
        boolean local = way.type() == AddressType.LOCAL || way.type() == AddressType.BROADCAST || joined;
        addFlags(cache, local, multicast, way.type() == AddressType.BROADCAST);
        addRedirects(cache, way.learned(), false);
        int source = flow.source() == question.source() ? 0 : flow.source();
        return new RouteAnswer(
                way.type(), way.device(), way.gateway(), route, source, false, cache, way.learned(), question);
    }

    /** A packet that comes in. */
    public static RouteAnswer of(
            InputLookup lookup, Route route, InputLookup.Verdict verdict, Device loopback, Question question) {
        List<String> cache = new ArrayList<>();
        boolean on = verdict == InputLookup.Verdict.FORWARD;
        boolean multicast = Ipv4Address.isMulticast(question.destination());
        boolean broadcast = verdict == InputLookup.Verdict.BROADCAST;
        addFlags(cache, !on, multicast, broadcast);
        LearnedPath learned = lookup.result().learned();
        addRedirects(cache, learned, lookup.redirects());
        AddressType type = on
                ? AddressType.UNICAST
                : multicast ? AddressType.MULTICAST : broadcast ? AddressType.BROADCAST : AddressType.LOCAL;
        return new RouteAnswer(
                type,
                on ? lookup.result().nexthop().device() : loopback,
                on ? lookup.result().gateway() : 0,
                route,
                0,
                true,
                cache,
                learned,
                question);
    }

    private static void addRedirects(List<String> cache, LearnedPath learned, boolean redirect) {
        if (learned != null && learned.gateway() != 0) {
            cache.add("redirected");
        }
        if (redirect) {
            cache.add("redirect");
        }
    }

    private static void addFlags(List<String> cache, boolean local, boolean multicast, boolean broadcast) {
        if (local) {
            cache.add("local");
        }
        if (multicast) {
            cache.add("mc");
        }
        if (broadcast) {
            cache.add("brd");
        }
    }

    public ObjectNode json(RouteNames names, boolean details) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (details || type != AddressType.UNICAST) {
            node.put("type", type.name().toLowerCase(Locale.ROOT));
        }
        node.put("dst", Ipv4Address.format(question.destination()));
        if (question.source() != 0) {
            node.put("from", Ipv4Address.format(question.source()));
        }
        if (route != null && route.tos() != 0) {
            node.put("tos", names.ofService(route.tos()));
        }
        if (gateway != 0) {
            node.put("gateway", Ipv4Address.format(gateway));
        }
        node.put("dev", device.name());
        if (namesTable(details)) {
            node.put("table", names.ofTable(route.table()));
        }
        if (source != 0) {
            node.put("prefsrc", Ipv4Address.format(source));
        }
        ArrayNode flags = node.putArray("flags");
        if (type == AddressType.MULTICAST) {
            flags.add("rt_offload_failed");
        }
        if (question.mark() != 0) {
            node.put("mark", Integer.toUnsignedLong(question.mark()));
        }
        if (!incoming) {
            node.put("uid", Integer.toUnsignedLong(question.user()));
        }
        putCache(node);
        return node;
    }

    private void putCache(ObjectNode node) {
        ArrayNode words = node.putArray("cache");
        cache.forEach(words::add);
        if (secondsLeft() >= 0) {
            node.put("expires", secondsLeft());
        }
        RouteView.metrics(node, metrics());
        if (incoming) {
            node.put("iif", question.inName());
        }
    }

    public String text(RouteNames names, ShowOptions show) {
        StringBuilder line = new StringBuilder();
        if (show.details() || type != AddressType.UNICAST) {
            line.append(type.name().toLowerCase(Locale.ROOT)).append(' ');
        }
        line.append(Ipv4Address.format(question.destination())).append(' ');
        if (question.source() != 0) {
            line.append("from ").append(Ipv4Address.format(question.source())).append(' ');
        }
        if (route != null && route.tos() != 0) {
            line.append("tos ").append(names.ofService(route.tos())).append(' ');
        }
        if (gateway != 0) {
            line.append("via ").append(Ipv4Address.format(gateway)).append(' ');
        }
        line.append("dev ").append(device.name()).append(' ');
        if (namesTable(show.details())) {
            line.append("table ").append(names.ofTable(route.table())).append(' ');
        }
        if (source != 0) {
            line.append("src ").append(Ipv4Address.format(source)).append(' ');
        }
        if (type == AddressType.MULTICAST) {
            // The kernel's flag for multicast has become the tool's flag for this.
            line.append("rt_offload_failed ");
        }
        if (question.mark() != 0) {
            boolean small = Integer.compareUnsigned(question.mark(), 16) < 0;
            line.append("mark ")
                    .append(small ? Integer.toString(question.mark()) : "0x" + Integer.toHexString(question.mark()))
                    .append(' ');
        }
        if (!incoming) {
            line.append("uid ")
                    .append(Integer.toUnsignedString(question.user()))
                    .append(' ');
        }
        return line.append(show.oneline() ? "\\" : "\n").append(cacheLine()).toString();
    }

    private StringBuilder cacheLine() {
        StringBuilder line = new StringBuilder("    cache ");
        if (!cache.isEmpty()) {
            line.append('<').append(String.join(",", cache)).append("> ");
        }
        if (secondsLeft() >= 0) {
            line.append("expires ").append(secondsLeft()).append("sec ");
        }
        line.append(RouteView.metrics(metrics()));
        return line.append(incoming ? "iif " + question.inName() + " " : "").append('\n');
    }

    private RouteMetrics metrics() {
        RouteMetrics metrics = route == null ? RouteMetrics.NONE : route.metrics();
        return learned == null ? metrics : learned.over(metrics, question.now());
    }

    private long secondsLeft() {
        return learned == null ? -1 : learned.secondsLeft(question.now());
    }

    private boolean namesTable(boolean details) {
        return route != null && (details || route.table() != TABLE_MAIN);
    }
}
