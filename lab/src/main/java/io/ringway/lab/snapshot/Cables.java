package io.ringway.lab.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which interfaces are two ends of one cable, and what others stand on. An interface names its other end by a number in
 * a namespace that has a number, too, and whose that is the tools say for some namespaces only. A cable that can be no
 * other tells more of these numbers, and so the next one.
 */
final class Cables {
    private final List<RecordedNamespace> namespaces;
    private final Map<RecordedLink, RecordedLink> peers = new HashMap<>();
    private final Set<RecordedLink> ambiguous = new HashSet<>();

    Cables(List<RecordedNamespace> namespaces) {
        this.namespaces = namespaces;
        boolean learned = true;
        while (learned) {
            learned = joinAll();
        }
    }

    private boolean joinAll() {
        boolean learned = false;
        ambiguous.clear();
        for (RecordedNamespace namespace : namespaces) {
            for (RecordedLink link : namespace.links()) {
                if (link.is("veth") && link.isLinked() && !peers.containsKey(link)) {
                    learned |= join(link);
                }
            }
        }
        return learned;
    }

    private boolean join(RecordedLink link) {
        List<RecordedLink> candidates = candidates(link);
        boolean certain =
                candidates.size() == 1 && candidates(candidates.get(0)).size() == 1;
        if (!certain) {
            if (!candidates.isEmpty()) {
                ambiguous.add(link);
            }
            return false;
        }
        RecordedLink peer = candidates.get(0);
        peers.put(link, peer);
        peers.put(peer, link);
        know(link, peer);
        know(peer, link);
        return true;
    }

    /** The cables that may lead from here, and whose other end may lead here. */
    private List<RecordedLink> candidates(RecordedLink link) {
        List<RecordedLink> candidates = new ArrayList<>();
        for (RecordedLink end : ends(link)) {
            boolean free = end != link && end.is("veth") && !peers.containsKey(end);
            if (free && ends(end).contains(link)) {
                candidates.add(end);
            }
        }
        return candidates;
    }

    private static void know(RecordedLink link, RecordedLink other) {
        if (link.otherNamespace() >= 0) {
            link.in().others().putIfAbsent(link.otherNamespace(), other.in());
        }
    }

    /** What may be at the other end of a link, by what is known so far. */
    private List<RecordedLink> ends(RecordedLink link) {
        List<RecordedLink> ends = new ArrayList<>();
        if (link.otherNamespace() < 0) {
            addIf(ends, link.otherName().isEmpty() ? null : link.in().link(link.otherName()));
            if (ends.isEmpty() && link.otherIndex() > 0) {
                addIf(ends, link.in().link(link.otherIndex()));
            }
            return ends;
        }
        RecordedNamespace known = link.in().others().get(link.otherNamespace());
        for (RecordedNamespace there : known == null ? namespaces : List.of(known)) {
            boolean another =
                    there != link.in() && (there == known || !link.in().others().containsValue(there));
            if (another) {
                addIf(ends, there.link(link.otherIndex()));
            }
        }
        return ends;
    }

    private static void addIf(List<RecordedLink> ends, RecordedLink link) {
        if (link != null) {
            ends.add(link);
        }
    }

    /** The other end of a veth; null when it is in no namespace that was seen, or in more than one. */
    RecordedLink peer(RecordedLink link) {
        return peers.get(link);
    }

    /** Whether there were several that could be the other end. */
    boolean isAmbiguous(RecordedLink link) {
        return ambiguous.contains(link);
    }

    /** What a macvlan, an ipvlan or a VLAN stands on; null when that was not seen, or could be several. */
    RecordedLink lower(RecordedLink link) {
        List<RecordedLink> ends = ends(link);
        ends.removeIf(RecordedLink::isLoopback);
        return ends.size() == 1 ? ends.get(0) : null;
    }
}
