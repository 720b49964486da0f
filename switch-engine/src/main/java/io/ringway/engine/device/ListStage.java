package io.ringway.engine.device;

import io.ringway.packet.Frame;
import io.ringway.packet.Stage;

/** A stage that also takes frames by the list, each step for all of them before the next one ({@code ip_input.c:ip_list_rcv()}). */
public interface ListStage extends Stage {
    /** Takes the first {@code frames} of the array, which stays the caller's. */
    void receiveList(Frame[] list, int frames);
}
