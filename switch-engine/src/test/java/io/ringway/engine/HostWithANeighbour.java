package io.ringway.engine;

import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.NeighbourTable;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import org.junit.jupiter.api.BeforeEach;

/** A host with one neighbour on its wire. */
abstract class HostWithANeighbour {
    static final long PEER = Bench.mac(0x12);
    static final long HOST = Bench.mac(0x11);

    final Bench bench = new Bench();
    Veth peer;

    @BeforeEach
    void hostWithOneNeighbour() {
        Veth[] ends = bench.veth("peer", "eth0", 0x12, "host", "near", 0x11);
        peer = ends[0];
        bench.address(ends[1], "10.0.1.1/24");
    }

    NeighbourTable table() {
        return bench.ns("host").stack().neighbours();
    }

    Veth near() {
        return peer.peer();
    }

    void set(Setting setting, int value) {
        bench.ns("host").stack().settings().of(near()).set(setting, value);
    }

    Neighbour only() {
        return bench.ns("host").stack().neighbours().list().get(0);
    }
}
