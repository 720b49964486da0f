package io.ringway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VlanTagTest {
    private final FramePool pool = new FramePool();

    @Test
    void readsPriorityIdAndInnerType() {
        Frame frame = pool.allocate(60);
        EthernetHeader.set(frame, MacAddress.BROADCAST, 1, EthernetHeader.TYPE_VLAN);
        frame.putU16(14, 5 << 13 | 1 << 12 | 4094);
        frame.putU16(16, EthernetHeader.TYPE_ARP);

        assertThat(VlanTag.present(frame)).isTrue();
        assertThat(VlanTag.priority(frame)).isEqualTo(5);
        assertThat(VlanTag.vlanId(frame)).isEqualTo(4094);
        assertThat(VlanTag.innerType(frame)).isEqualTo(EthernetHeader.TYPE_ARP);
    }

    @Test
    void aServiceTagCountsToo() {
        Frame frame = pool.allocate(60);
        EthernetHeader.set(frame, MacAddress.BROADCAST, 1, EthernetHeader.TYPE_QINQ);

        assertThat(VlanTag.present(frame)).isTrue();
    }

    @Test
    void anUntaggedFrameHasNone() {
        Frame frame = pool.allocate(60);
        EthernetHeader.set(frame, MacAddress.BROADCAST, 1, EthernetHeader.TYPE_IPV4);

        assertThat(VlanTag.present(frame)).isFalse();
    }

    @Test
    void aTagCutShortIsNone() {
        Frame frame = pool.allocate(17);
        EthernetHeader.set(frame, MacAddress.BROADCAST, 1, EthernetHeader.TYPE_VLAN);

        assertThat(VlanTag.present(frame)).isFalse();
    }

    @Test
    void aFrameShorterThanAnEthernetHeaderHasNone() {
        assertThat(VlanTag.present(pool.allocate(13))).isFalse();
        assertThat(VlanTag.present(pool.allocate(0))).isFalse();
    }
}
