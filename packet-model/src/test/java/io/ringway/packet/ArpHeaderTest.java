package io.ringway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArpHeaderTest {
    private static final int AT = EthernetHeader.LENGTH;
    private static final long SENDER = MacAddress.parse("02:42:ac:11:00:02");
    private static final long TARGET = MacAddress.parse("02:42:f3:00:00:01");
    private static final int SENDER_IP = Ipv4Address.parse("172.17.0.2");
    private static final int TARGET_IP = Ipv4Address.parse("172.17.0.1");

    private final Frame frame = new FramePool().allocate(AT + ArpHeader.LENGTH);

    ArpHeaderTest() {
        ArpHeader.write(frame, AT, ArpHeader.REPLY, SENDER, SENDER_IP, TARGET, TARGET_IP);
    }

    @Test
    void readsBackWhatItWrites() {
        assertThat(ArpHeader.valid(frame, AT)).isTrue();
        assertThat(ArpHeader.operation(frame, AT)).isEqualTo(ArpHeader.REPLY);
        assertThat(ArpHeader.senderMac(frame, AT)).isEqualTo(SENDER);
        assertThat(ArpHeader.senderIp(frame, AT)).isEqualTo(SENDER_IP);
        assertThat(ArpHeader.targetMac(frame, AT)).isEqualTo(TARGET);
        assertThat(ArpHeader.targetIp(frame, AT)).isEqualTo(TARGET_IP);
    }

    @Test
    void standsOnTheWireAsRfc826Says() {
        assertThat(frame.toBytes())
                .endsWith(
                        0, 1, 8, 0, 6, 4, 0, 2, //
                        0x02, 0x42, 0xac, 0x11, 0x00, 0x02, 172, 17, 0, 2, //
                        0x02, 0x42, 0xf3, 0x00, 0x00, 0x01, 172, 17, 0, 1);
    }

    @Test
    void aMessageCutShortIsNotValid() {
        frame.setLength(AT + ArpHeader.LENGTH - 1);

        assertThat(ArpHeader.valid(frame, AT)).isFalse();
    }

    @Test
    void anotherHardwareOrProtocolIsNotValid() {
        assertThat(validWith(AT, 7)).isFalse();
        assertThat(validWith(AT + 2, EthernetHeader.TYPE_IPV6)).isFalse();
        assertThat(validWith(AT + 4, 8 << 8 | 4)).isFalse();
        assertThat(validWith(AT + 4, 6 << 8 | 16)).isFalse();
    }

    @Test
    void the802HardwareTypeCountsAsEthernet() {
        assertThat(validWith(AT, 6)).isTrue();
    }

    private boolean validWith(int offset, int value) {
        int before = frame.u16(offset);
        frame.putU16(offset, value);
        boolean valid = ArpHeader.valid(frame, AT);
        frame.putU16(offset, before);
        return valid;
    }
}
