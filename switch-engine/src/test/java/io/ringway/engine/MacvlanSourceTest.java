package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.MacvlanMode;
import io.ringway.engine.device.MacvlanOptions;
import io.ringway.engine.device.Veth;
import io.ringway.packet.MacAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Source mode, the flags and the queue of macvlans. */
class MacvlanSourceTest {
    private static final long LISTED = Bench.mac(0xaa);
    private static final long STRANGER = Bench.mac(0xbb);

    private final Bench bench = new Bench();
    private Device lower;
    private Veth out;

    @BeforeEach
    void aCableToTheOutside() {
        Veth[] ends = bench.veth("host", "eth0", 1, "o", "out", 2);
        lower = ends[0];
        out = ends[1];
    }

    private Macvlan macvlan(String namespace, int mac, MacvlanMode mode) {
        Macvlan made = Macvlan.on(bench.network.kernel(), lower, "mv0", Bench.mac(mac), mode);
        bench.ns(namespace).add(made, 0);
        bench.ns(namespace).setUp(made, true);
        bench.watch(made);
        return made;
    }

    @Test
    void whatAListedSenderSendsComesToItAndGoesOnToWhereItWould() {
        Macvlan source = macvlan("a", 0xa, MacvlanMode.SOURCE);
        macvlan("b", 0xb, MacvlanMode.BRIDGE);
        source.addSource(LISTED);
        bench.inject(out, Frames.plain(Bench.mac(0xb), LISTED));
        assertThat(bench.arrivals()).containsExactlyInAnyOrder("host:eth0", "a:mv0", "b:mv0");
        assertThat(source.counters().rxPackets()).isEqualTo(1);
    }

    @Test
    void itGetsNothingFromOthersNotEvenWhatIsForItOrForAll() {
        Macvlan source = macvlan("a", 0xa, MacvlanMode.SOURCE);
        source.addSource(LISTED);
        bench.inject(out, Frames.plain(Bench.mac(0xa), STRANGER));
        bench.inject(out, Frames.plain(MacAddress.BROADCAST, STRANGER));
        assertThat(bench.arrivals()).containsExactly("host:eth0", "host:eth0");
    }

    @Test
    void withNodstNobodyElseGetsTheFrame() {
        Macvlan source = macvlan("a", 0xa, MacvlanMode.SOURCE);
        macvlan("b", 0xb, MacvlanMode.BRIDGE);
        source.addSource(LISTED);
        source.setOptions(new MacvlanOptions(false, true, 1000));
        bench.inject(out, Frames.plain(Bench.mac(0xb), LISTED));
        bench.inject(out, Frames.plain(MacAddress.BROADCAST, LISTED));
        assertThat(bench.arrivals()).containsExactly("host:eth0", "a:mv0", "host:eth0", "a:mv0");
    }

    @Test
    void severalMayListOneSenderAndTheNewestEntryComesFirst() {
        macvlan("a", 0xa, MacvlanMode.SOURCE).addSource(LISTED);
        macvlan("b", 0xb, MacvlanMode.SOURCE).addSource(LISTED);
        bench.inject(out, Frames.plain(Bench.mac(0x99), LISTED));
        assertThat(bench.arrivals()).containsExactly("host:eth0", "b:mv0", "a:mv0");
    }

    @Test
    void anotherModeForgetsTheSenders() {
        Macvlan source = macvlan("a", 0xa, MacvlanMode.SOURCE);
        source.addSource(LISTED);
        source.setMode(MacvlanMode.BRIDGE);
        source.setMode(MacvlanMode.SOURCE);
        assertThat(source.sources()).isEmpty();
    }

    @Test
    void theLongestQueueThatOneAsksForCounts() {
        Macvlan a = macvlan("a", 0xa, MacvlanMode.BRIDGE);
        a.setOptions(new MacvlanOptions(false, false, 0));
        bench.inject(out, Frames.plain(MacAddress.BROADCAST, STRANGER));
        assertThat(bench.arrivals()).containsExactly("host:eth0");
        assertThat(lower.counters().rxDropped()).isEqualTo(2);
        macvlan("b", 0xb, MacvlanMode.BRIDGE);
        assertThat(a.usedBroadcastQueue()).isEqualTo(1000);
        bench.inject(out, Frames.plain(MacAddress.BROADCAST, STRANGER));
        assertThat(bench.arrivals()).containsExactlyInAnyOrder("host:eth0", "a:mv0", "b:mv0");
    }

    @Test
    void withNopromiscPassthruLeavesTheLowerDevicesFilterAlone() {
        Macvlan all = Macvlan.on(bench.network.kernel(), lower, "mv0", 0, MacvlanMode.PASSTHRU);
        all.startWith(new MacvlanOptions(true, false, 1000));
        bench.ns("a").add(all, 0);
        int before = lower.filter().promiscuity();
        bench.ns("a").setUp(all, true);
        assertThat(lower.filter().promiscuity()).isEqualTo(before);
        all.setOptions(MacvlanOptions.DEFAULT);
        assertThat(lower.filter().promiscuity()).isEqualTo(before + 1);
    }

    @Test
    void aGroupThatNobodyWantsIsDroppedByAFullQueueToo() {
        macvlan("a", 0xa, MacvlanMode.BRIDGE).setOptions(new MacvlanOptions(false, false, 0));
        long before = lower.counters().rxDropped();
        bench.inject(out, Frames.udp(MacAddress.parse("01:00:5e:00:00:fb"), STRANGER, "10.0.0.9", "224.0.0.251", 1, 8));
        assertThat(lower.counters().rxDropped()).isEqualTo(before + 1);
    }
}
