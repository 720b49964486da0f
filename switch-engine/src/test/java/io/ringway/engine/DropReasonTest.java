package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.packet.DropReason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reasons read from the kernel's tracepoint skb:kfree_skb. */
class DropReasonTest {
    private static final long HOST = Bench.mac(1);
    private static final long NEIGHBOUR = Bench.mac(2);

    private final Bench bench = new Bench();
    private final Veth[] wire = bench.veth("host", "eth0", 1, "left", "eth0", 2);

    DropReasonTest() {
        bench.address(wire[0], "10.0.0.1/24");
        bench.address(wire[1], "10.0.0.2/24");
    }

    private void dropped(byte[] frame, DropReason reason) {
        long before = bench.network.accounts().droppedFrames(reason);
        bench.inject(wire[1], frame);
        assertThat(bench.network.accounts().droppedFrames(reason) - before).isOne();
    }

    /** A frame of a length instead of a type. */
    private static byte[] ieee(int... payload) {
        byte[] frame = Arrays.copyOf(Frames.plain(HOST, NEIGHBOUR), 60);
        frame[12] = 0;
        frame[13] = 46;
        for (int i = 0; i < payload.length; i++) {
            frame[14 + i] = (byte) payload[i];
        }
        return frame;
    }

    @Test
    void nobodyWaitsForAnEchoReply() {
        byte[] reply = Frames.echoRequest(HOST, NEIGHBOUR, "10.0.0.2", "10.0.0.1", 64);
        reply[34] = 0;
        reply[36] = (byte) (reply[36] + 8);
        dropped(reply, DropReason.NO_SOCKET);
        assertThat(bench.ns("host").stack().snmp().list())
                .containsEntry("IcmpInEchoReps", 1L)
                .containsEntry("IcmpInErrors", 0L);
    }

    @Test
    void arpIsShortOrWrongOrForSomebodyElse() {
        byte[] request = Frames.arpRequest(NEIGHBOUR, "10.0.0.2", "10.0.0.1");
        dropped(Arrays.copyOf(request, 41), DropReason.PKT_TOO_SMALL);
        byte[] odd = request.clone();
        odd[18] = 5;
        dropped(odd, DropReason.NOT_SPECIFIED);
        byte[] elsewhere = request.clone();
        elsewhere[0] = 2;
        dropped(elsewhere, DropReason.ARP_CONSUMED);
    }

    @Test
    void aLengthInsteadOfATypeGoesToTheLogicalLink() {
        dropped(ieee(0x42, 0x42, 3), DropReason.NOT_SPECIFIED);
        dropped(ieee(0xaa, 0xaa, 3, 0, 0, 0, 8, 0), DropReason.NOT_SPECIFIED);
        dropped(Arrays.copyOf(ieee(), 15), DropReason.NOT_SPECIFIED);
        dropped(ieee(0xff, 0xff), DropReason.UNHANDLED_PROTO);
    }
}
