package io.ringway.lab.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the interfaces of all namespaces, those that stand on others behind these. Whatever leads where nobody looked,
 * hardware and cables into unknown namespaces, becomes an interface that goes outside.
 */
final class LinkSteps {
    static final String ADDRESSES = "ip -j -d addr show";

    /** Made by the kernel in each namespace where the module is there, down. */
    private static final Set<String> FALLBACKS = Set.of(
            "ipip", "gre", "gretap", "erspan", "sit", "ip6tnl", "ip6gre", "ip6gretap", "ip6erspan", "vti", "vti6");

    private final Cables cables;
    private final Reconstruction model;
    private final Set<RecordedLink> made = new HashSet<>();

    LinkSteps(Cables cables, Reconstruction model) {
        this.cables = cables;
        this.model = model;
    }

    void run(List<RecordedNamespace> namespaces) {
        List<RecordedLink> waiting = new ArrayList<>();
        for (RecordedNamespace namespace : namespaces) {
            waiting.addAll(namespace.links());
        }
        waiting.removeIf(RecordedLink::isLoopback);
        boolean progress = true;
        while (progress) {
            progress = waiting.removeIf(link -> made.contains(link) || tryToMake(link));
        }
        waiting.forEach(link -> outside(link, "stands on an interface that was not seen"));
    }

    /** False when what it stands on is not there yet. */
    private boolean tryToMake(RecordedLink link) {
        switch (link.kind()) {
            case "veth" -> veth(link);
            case "bridge" -> plain(link, BridgeWords.of(link, model));
            case "dummy" -> plain(link, List.of("type", "dummy"));
            case "vxlan" -> {
                return vxlan(link);
            }
            case "macvlan", "ipvlan", "vlan" -> {
                return upper(link);
            }
            case "" -> outside(link, "");
            default -> other(link);
        }
        return true;
    }

    private void other(RecordedLink link) {
        if (link.is("tun") && link.data().path("type").asText().equals("tap")) {
            outside(link, "");
        } else if (FALLBACKS.contains(link.kind()) && !link.has("UP")) {
            made.add(link);
        } else {
            outside(link, "a link of type " + link.kind() + " is not modelled");
        }
    }

    private void veth(RecordedLink link) {
        RecordedLink peer = cables.peer(link);
        if (peer == null) {
            outside(
                    link,
                    cables.isAmbiguous(link)
                            ? "several interfaces could be its other end"
                            : "its other end is in a namespace that was not seen");
            return;
        }
        boolean swapped = peer.in().isSelf() && !link.in().isSelf();
        RecordedLink first = swapped ? peer : link;
        RecordedLink second = swapped ? link : peer;
        List<String> words = add(first);
        words.addAll(List.of("type", "veth", "peer"));
        words.addAll(identity(second));
        if (second.in() != first.in()) {
            words.addAll(List.of("netns", second.in().name()));
        }
        run(first, words);
        made.add(peer);
    }

    private void plain(RecordedLink link, List<String> type) {
        List<String> words = add(link);
        words.addAll(type);
        run(link, words);
    }

    private boolean upper(RecordedLink link) {
        RecordedLink lower = cables.lower(link);
        if (lower == null || !made.contains(lower)) {
            return false;
        }
        List<String> words = new ArrayList<>(List.of("ip", "link", "add", "link", lower.name()));
        words.addAll(identity(link));
        return place(link, lower.in(), words, UpperWords.of(link));
    }

    private boolean vxlan(RecordedLink link) {
        RecordedNamespace home =
                link.otherNamespace() < 0 ? link.in() : link.in().others().get(link.otherNamespace());
        if (home == null) {
            return false;
        }
        RecordedLink lower = VxlanWords.lower(link, home);
        boolean bound = link.data().has("link");
        if (bound && (lower == null || !made.contains(lower))) {
            return false;
        }
        return place(link, home, add(link), VxlanWords.of(link, lower));
    }

    /** Makes a device in the namespace of another, and lets it move to its own. */
    private boolean place(RecordedLink link, RecordedNamespace home, List<String> words, List<String> type) {
        boolean moves = home != link.in();
        if (moves && link.in().isSelf()) {
            return false;
        }
        if (moves) {
            words.addAll(List.of("netns", link.in().name()));
        }
        words.addAll(type);
        made.add(link);
        model.run(source(link), home, words);
        return true;
    }

    private void run(RecordedLink link, List<String> words) {
        made.add(link);
        model.run(source(link), link.in(), words);
    }

    /** @param why "" where that goes without saying */
    private void outside(RecordedLink link, String why) {
        made.add(link);
        if (!why.isEmpty()) {
            model.warnings()
                    .add(source(link), link.in(), link.name() + ": " + why + ": an interface that goes outside");
        }
        if (link.has("UP") && !link.has("LOWER_UP")) {
            model.warnings()
                    .add(source(link), link.in(), link.name() + " had no carrier: it gets one once frames come");
        }
        model.run(
                source(link),
                link.in(),
                link.ifindex(),
                List.of("ip", "tuntap", "add", "dev", link.name(), "mode", "tap"));
        List<String> words = new ArrayList<>(List.of("ip", "link", "set", link.name()));
        if (!link.mac().isEmpty()) {
            words.addAll(List.of("address", link.mac()));
        }
        words.addAll(List.of("mtu", Integer.toString(link.mtu())));
        model.run(source(link), link.in(), words);
    }

    static Section source(RecordedLink link) {
        return link.in().section(ADDRESSES);
    }

    private static List<String> add(RecordedLink link) {
        List<String> words = new ArrayList<>(List.of("ip", "link", "add"));
        words.addAll(identity(link));
        return words;
    }

    /** Name, number, MAC and MTU. */
    private static List<String> identity(RecordedLink link) {
        List<String> words = new ArrayList<>(List.of("name", link.name(), "index", Integer.toString(link.ifindex())));
        if (!link.mac().isEmpty() && !link.is("ipvlan")) {
            words.addAll(List.of("address", link.mac()));
        }
        if (!link.is("bridge")) {
            words.addAll(List.of("mtu", Integer.toString(link.mtu())));
        }
        return words;
    }
}
