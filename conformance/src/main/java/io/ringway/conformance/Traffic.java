package io.ringway.conformance;

import io.ringway.packet.Frame;
import io.ringway.replay.request.InterfaceName;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** What a run sends: captures, or ends that answer what they received. */
public interface Traffic extends Closeable {
    /** All interfaces that may send. */
    List<InterfaceName> senders();

    /** Which sender has the next frame, -1 when all have ended; what it sends is asked for only when it is to go. */
    int next() throws IOException;

    /** Since 1970, of the sender's next frame. */
    long timestampNs(int sender) throws IOException;

    InterfaceName sender(int sender);

    /** Whether its frames come from outside by a tap, rather than leave by the interface. */
    boolean isFromOutside(int sender);

    Frame take(int sender) throws IOException;

    default long bytesRead() {
        return 0;
    }

    /** 0 where nobody knows. */
    default long bytesTotal() {
        return 0;
    }

    /** What is wrong with the captures. */
    default List<String> warnings() {
        return List.of();
    }
}
