package io.ringway.replay.binding;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.ipv4.OutputRoute;
import io.ringway.engine.route.Flow;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.FlowKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Proposes a binding by who talks to whom: a host whose address is in the model is who has it; a server is who is published
 * on its port, or who is named like its service; the others are outside, behind the host's default route. Where no server is
 * inside, those who only ask are.
 */
final class AutoBinding {
    private static final int WELL_KNOWN = 1024;
    private static final List<String> OUTSIDE = List.of("internet", "out", "wan", "world", "client", "user");
    private static final Map<Integer, List<String>> NAMES = Map.ofEntries(
            Map.entry(21, List.of("ftp")),
            Map.entry(22, List.of("ssh")),
            Map.entry(25, List.of("mail", "smtp")),
            Map.entry(53, List.of("dns")),
            Map.entry(80, List.of("web", "www", "http", "nginx", "api", "app")),
            Map.entry(443, List.of("web", "www", "http", "nginx", "api", "app")),
            Map.entry(3306, List.of("mysql", "maria", "db")),
            Map.entry(5432, List.of("postgres", "pg", "db")),
            Map.entry(6379, List.of("redis", "cache")),
            Map.entry(8080, List.of("web", "www", "http", "nginx", "api", "app")));

    private final Network network;
    private final HostBindings given;
    private final PublishedPorts published;

    /** Ports on which a host was spoken to, as protocol and port; empty for one that only asks. */
    private final TreeMap<Integer, SortedSet<Integer>> hosts = new TreeMap<>(Integer::compareUnsigned);

    private final Set<Namespace> used = new LinkedHashSet<>();
    private final List<String> proposal = new ArrayList<>();

    AutoBinding(Network network, HostBindings given) {
        this.network = network;
        this.given = given;
        published = new PublishedPorts(network);
    }

    /** What {@code --host} takes, in the order of addresses, the rest last. */
    List<String> propose(List<Conversation> conversations) {
        conversations.forEach(this::look);
        Namespace outside = outside();
        List<Integer> rest = new ArrayList<>();
        hosts.forEach((address, ports) -> {
            Namespace own = owner(address);
            if (own == null) {
                own = server(ports, outside);
            }
            if (own == null) {
                rest.add(address);
            } else {
                bind(address, own);
            }
        });
        if (used.isEmpty()) {
            rest.removeIf(address -> hosts.get(address).isEmpty() && bindInside(address, outside));
        }
        if (!rest.isEmpty() && outside != null) {
            proposal.add("0.0.0.0/0=" + outside.name());
        }
        return proposal;
    }

    private void look(Conversation one) {
        boolean ported =
                one.protocolNumber() == Ipv4Header.PROTOCOL_TCP || one.protocolNumber() == Ipv4Header.PROTOCOL_UDP;
        boolean backwards = ported && one.initiatorPort() < WELL_KNOWN && one.responderPort() >= WELL_KNOWN;
        int client = backwards ? one.responderAddress() : one.initiatorAddress();
        int server = backwards ? one.initiatorAddress() : one.responderAddress();
        int port = backwards ? one.initiatorPort() : one.responderPort();
        boolean group = Ipv4Address.isMulticast(server) || server == Ipv4Address.BROADCAST;
        if (one.protocolNumber() >= FlowKey.ARP || group || Ipv4Address.isZeroNet(client)) {
            return;
        }
        see(client);
        see(server);
        if (ported && hosts.containsKey(server)) {
            hosts.get(server).add(one.protocolNumber() << 16 | port);
        }
    }

    private void see(int address) {
        if (given.find(address) == null && !Ipv4Address.isLoopback(address)) {
            hosts.computeIfAbsent(address, one -> new TreeSet<>());
        }
    }

    private void bind(int address, Namespace namespace) {
        used.add(namespace);
        proposal.add(Ipv4Address.format(address) + "=" + namespace.name());
    }

    /** Those who only ask, each in a namespace of its own as long as there are some inside. */
    private boolean bindInside(int address, Namespace outside) {
        for (Namespace namespace : network.namespaces()) {
            boolean free = namespace != network.first() && namespace != outside && !used.contains(namespace);
            if (free && ModelAddresses.firstAddress(namespace) != 0) {
                bind(address, namespace);
                return true;
            }
        }
        return false;
    }

    private Namespace owner(int address) {
        for (Namespace namespace : network.namespaces()) {
            if (namespace.stack().routing().isOwn(address)) {
                return namespace;
            }
        }
        return null;
    }

    private Namespace server(SortedSet<Integer> ports, Namespace outside) {
        for (int port : ports) {
            for (PublishedPorts.Published door : published.all()) {
                Namespace behind = owner(door.toAddress());
                boolean leads = door.protocol() == 0 || door.protocol() == port >>> 16;
                if (leads && behind != null && !used.contains(behind) && door.outside(port & 0xffff) != 0) {
                    return behind;
                }
            }
        }
        for (int port : ports) {
            for (Namespace namespace : network.namespaces()) {
                boolean named =
                        NAMES.getOrDefault(port & 0xffff, List.of()).stream().anyMatch(namespace.name()::contains);
                if (named && namespace != outside && !used.contains(namespace)) {
                    return namespace;
                }
            }
        }
        return null;
    }

    /** Where the first namespace's default route leads, else who is called so, else the last one beside it; or null. */
    private Namespace outside() {
        OutputRoute way = network.first().stack().newOutputRoute();
        if (way.find(new Flow().to(Ipv4Address.parse("192.0.2.1")), true) == null && way.gateway() != 0) {
            Namespace gateway = owner(way.gateway());
            if (gateway != null && gateway != network.first()) {
                return gateway;
            }
        }
        List<Namespace> all = network.namespaces();
        for (Namespace each : all) {
            if (each != network.first() && OUTSIDE.stream().anyMatch(each.name()::startsWith)) {
                return each;
            }
        }
        return all.size() < 2 ? null : all.get(all.size() - 1);
    }
}
