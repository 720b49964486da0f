package io.ringway.engine.device;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whose frames the macvlans in source mode want ({@code macvlan.c:vlan_source_hash}): those of listed senders, whoever
 * they are for. An address may be listed for several of them; the newest entry of a bucket comes first.
 */
final class MacvlanSources {
    private record Entry(long mac, Macvlan owner) {}

    private Entry[] entries = {};

    /**
     * Gives a copy to each macvlan that is up and lists the sender ({@code macvlan_forward_source()}).
     *
     * @return whether one of them wants the frame for itself, which stays with the caller
     */
    boolean forward(Frame frame) {
        if (entries.length == 0) {
            return false;
        }
        long source = EthernetHeader.source(frame);
        boolean consumed = false;
        for (Entry entry : entries) {
            if (entry.mac == source) {
                consumed |= entry.owner.options().nodst();
                entry.owner.receive().takeOfSource(frame);
            }
        }
        return consumed;
    }

    void add(Macvlan owner, long mac) {
        if (of(owner).contains(mac)) {
            return;
        }
        List<Entry> all = new ArrayList<>();
        all.add(new Entry(mac, owner));
        all.addAll(List.of(entries));
        all.sort(Comparator.comparingInt(entry -> MacvlanPort.bucket(entry.mac)));
        entries = all.toArray(new Entry[0]);
    }

    void remove(Macvlan owner, long mac) {
        entries = List.of(entries).stream()
                .filter(entry -> entry.owner != owner || entry.mac != mac)
                .toArray(Entry[]::new);
    }

    void flush(Macvlan owner) {
        entries =
                List.of(entries).stream().filter(entry -> entry.owner != owner).toArray(Entry[]::new);
    }

    /** In the order of the kernel's hash table. */
    List<Long> of(Macvlan owner) {
        return List.of(entries).stream()
                .filter(entry -> entry.owner == owner)
                .map(Entry::mac)
                .toList();
    }
}
