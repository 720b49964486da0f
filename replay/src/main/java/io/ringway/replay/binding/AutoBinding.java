package io.ringway.replay.binding;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.ipv4.OutputRoute;
import io.ringway.engine.route.Flow;
import io.ringway.packet.Ipv4Address;
import io.ringway.replay.request.ReplayException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Proposes a binding by who asks whom. A host whose address is in the model is who has it. A server is who fits best: is published
 * on its port, serves that port behind another one, is named like its service, has its subnet; where two fit as well, it is not guessed.
 * Who else there is is outside, behind the default route; but where no server is inside, those who only ask are.
 */
final class AutoBinding {

    /** So many ask a server, and not somebody a few. */
    private static final int MANY = 3;

    /** More servers than these are not asked about. */
    private static final int FEW = 4;

    private static final List<String> OUTSIDE = List.of("internet", "out", "wan", "world", "client", "user");

    private final Network network;
    private final HostBindings given;
    private final OutsideHosts beyond;
    private final ServerFit fit;
    private String outside;
    private final Set<Namespace> used = new LinkedHashSet<>();
    private final List<String> hosts = new ArrayList<>();
    private final Set<String> ports = new TreeSet<>();
    private final List<String> undecided = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** A server and who may stand for it. */
    private record Match(CapturedHost host, Namespace namespace, int score) {}

    AutoBinding(Network network, HostBindings given, OutsideHosts beyond) {
        this.network = network;
        this.given = given;
        this.beyond = beyond;
        fit = new ServerFit(network);
        outside = knownOutside();
    }

    /** What {@code --host} takes, in the order of addresses, the rest last. */
    List<String> hosts() {
        return hosts;
    }

    /** What {@code --port} takes. */
    List<String> ports() {
        return List.copyOf(ports);
    }

    /** What the user should know of it. */
    List<String> notes() {
        return notes;
    }

    /** @throws ReplayException where a server may be one of several, with the flags to choose from */
    void propose(CapturedHosts seen) {
        Collection<CapturedHost> all = seen.all().values();
        List<CapturedHost> rest = new ArrayList<>();
        for (CapturedHost host : all) {
            Namespace owner = owner(host.address());
            if (given.find(host.address()) != null) {
                used.add(given.find(host.address()).namespace());
            } else if (owner != null) {
                bind(host, owner);
            } else {
                rest.add(host);
            }
        }
        if (!isInside()) {
            bindServers(rest);
        }
        outside = outside != null ? outside : likelyOutside();
        boolean asksOutside = !isInside();
        if (asksOutside && undecided.isEmpty()) {
            bindRest(rest);
        }
        if (!undecided.isEmpty()) {
            throw ReplayException.usage("--bind auto could not decide: " + String.join("; ", undecided)
                    + "; one of each beside --bind auto tells");
        }
        hosts.sort(Comparator.comparingLong(AutoBinding::address));
        Namespace self = owner(Ipv4Address.LOOPBACK);
        if (seen.talksToItself() && self != null && given.find(Ipv4Address.LOOPBACK) == null) {
            hosts.add("127.0.0.0/8=" + self.name());
        }
        if (!rest.isEmpty() && outside != null) {
            hosts.add("0.0.0.0/0=" + outside);
        } else if (!rest.isEmpty()) {
            notes.add(
                    rest.size() + " hosts are not bound, " + rest.get(0) + " the first: the model has nobody for them");
        }
    }

    /** Whether somebody is inside whom hosts of the capture are, as known: then others by other addresses are not. */
    private boolean isInside() {
        return used.stream().anyMatch(one -> !one.name().equals(outside));
    }

    private void bind(CapturedHost host, Namespace namespace) {
        used.add(namespace);
        hosts.add(Ipv4Address.format(host.address()) + "=" + namespace.name());
    }

    /** The best match of all first, until none is left. */
    private void bindServers(List<CapturedHost> rest) {
        List<Match> matches = new ArrayList<>();
        for (CapturedHost host : rest) {
            for (Namespace namespace : host.serves() ? network.namespaces() : List.<Namespace>of()) {
                int score = namespace.name().equals(outside) ? 0 : fit.score(host, namespace);
                if (score > 0) {
                    matches.add(new Match(host, namespace, score));
                }
            }
        }
        matches.sort(Comparator.comparingInt(Match::score).reversed());
        List<CapturedHost> bound = new ArrayList<>();
        while (!matches.isEmpty()) {
            Match best = matches.get(0);
            if (isTied(best, matches)) {
                CapturedHost host = best.host();
                undecided.add("who stands for " + host + ": " + flags(choices(best, matches)));
                matches.removeIf(one -> one.host() == host);
                continue;
            }
            if (isCrowded(best, matches)) {
                matches.removeIf(one -> one.namespace() == best.namespace() && one.score() == best.score());
                continue;
            }
            bind(best.host(), best.namespace());
            bound.add(best.host());
            ports.addAll(fit.ports(best.host(), best.namespace()));
            matches.removeIf(one -> one.host() == best.host() || one.namespace() == best.namespace());
        }
        rest.removeAll(bound);
    }

    private static long address(String flag) {
        return Ipv4Address.parse(flag.substring(0, flag.indexOf('='))) & 0xffff_ffffL;
    }

    /** Whether as good a namespace is there that no other host wants as much; several like hosts take several in their order. */
    private static boolean isTied(Match best, List<Match> matches) {
        return choices(best, matches).size() > rivals(best, matches).size();
    }

    private static List<Match> choices(Match best, List<Match> matches) {
        return matches.stream()
                .filter(one -> one.host() == best.host() && one.score() == best.score())
                .toList();
    }

    private static List<Match> rivals(Match best, List<Match> matches) {
        return matches.stream()
                .filter(one -> one.namespace() == best.namespace() && one.score() == best.score())
                .toList();
    }

    /** Whether more hosts fit as well than there are namespaces for them: which is it, or are they servers of the world? */
    private boolean isCrowded(Match best, List<Match> matches) {
        List<Match> rivals = rivals(best, matches);
        if (rivals.size() <= choices(best, matches).size()) {
            return false;
        }
        if (best.score() >= ServerFit.SERVED && rivals.size() <= FEW) {
            undecided.add("whom " + best.namespace().name() + " stands for: " + flags(rivals));
        } else {
            notes.add(rivals.size() + " hosts, " + rivals.get(0).host() + " the first, could be "
                    + best.namespace().name() + ", and none was taken for it: --host ADDRESS="
                    + best.namespace().name() + " says which is");
        }
        return true;
    }

    private static String flags(List<Match> choices) {
        return choices.stream()
                .map(one -> "--host " + Ipv4Address.format(one.host().address()) + "="
                        + one.namespace().name())
                .collect(Collectors.joining(" or "));
    }

    /** No server is inside: then those who only ask are, but a server that many ask. */
    private void bindRest(List<CapturedHost> rest) {
        List<Namespace> free = free();
        List<CapturedHost> servers = rest.stream().filter(CapturedHost::serves).toList();
        List<CapturedHost> clients = rest.stream().filter(one -> !one.serves()).toList();
        if (servers.size() == 1 && clients.size() >= MANY && !free.isEmpty()) {
            CapturedHost server = servers.get(0);
            if (free.size() == 1) {
                bind(server, free.get(0));
                rest.remove(server);
            } else {
                undecided.add("who stands for " + server + ", whom " + clients.size() + " others ask: "
                        + flags(free.stream()
                                .map(one -> new Match(server, one, 0))
                                .toList()));
            }
            return;
        }
        bindClients(clients, free, rest);
    }

    /** Who is inside and stands for nobody yet; routers where there is nobody else. */
    private List<Namespace> free() {
        List<Namespace> all = unused();
        List<Namespace> ends = all.stream().filter(one -> !isRouter(one)).toList();
        return new ArrayList<>(ends.isEmpty() ? all : ends);
    }

    private static boolean isRouter(Namespace namespace) {
        long links = namespace.devices().stream()
                .filter(device -> !(device instanceof Loopback)
                        && !namespace.stack().routing().addressesOf(device).isEmpty()
                        && namespace.stack().settings().forwards(device))
                .count();
        return links > 1;
    }

    private List<Namespace> unused() {
        List<Namespace> free = new ArrayList<>();
        for (Namespace namespace : network.namespaces()) {
            boolean inside = namespace != network.first() && !namespace.name().equals(outside);
            if (inside && !used.contains(namespace) && ModelAddresses.firstAddress(namespace) != 0) {
                free.add(namespace);
            }
        }
        return free;
    }

    /** Each in a namespace of its own as long as there are some. */
    private void bindClients(List<CapturedHost> clients, List<Namespace> free, List<CapturedHost> rest) {
        for (CapturedHost client : free.isEmpty() ? List.<CapturedHost>of() : clients) {
            Namespace near = free.stream()
                    .filter(one -> ServerFit.isNear(client.address(), one))
                    .findFirst()
                    .orElse(free.get(0));
            bind(client, near);
            rest.remove(client);
            // The last one stands for all that are left.
            if (free.size() > 1) {
                free.remove(near);
            }
        }
    }

    private Namespace owner(int address) {
        for (Namespace namespace : network.namespaces()) {
            if (namespace.stack().routing().isOwn(address)) {
                return namespace;
            }
        }
        return null;
    }

    /**
     * Whom the first namespace's default route leads to, else the segment outside, else who is called so; null where that does
     * not show.
     */
    private String knownOutside() {
        OutputRoute way = network.first().stack().newOutputRoute();
        if (way.find(new Flow().to(Ipv4Address.parse("192.0.2.1")), true) == null && way.gateway() != 0) {
            Namespace gateway = owner(way.gateway());
            if (gateway != null && gateway != network.first()) {
                return gateway.name();
            }
        }
        if (beyond.areThere()) {
            return OutsideHosts.NAME;
        }
        return network.namespaces().stream()
                .filter(each -> each != network.first() && OUTSIDE.stream().anyMatch(each.name()::startsWith))
                .map(Namespace::name)
                .findFirst()
                .orElse(null);
    }

    /** The last one that is no router and stands for nobody; null for none. */
    private String likelyOutside() {
        List<Namespace> free = free();
        return free.isEmpty() ? null : free.get(free.size() - 1).name();
    }
}
