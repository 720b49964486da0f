package io.ringway.engine.ipv4;

import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/** What fragments of one packet have in common ({@code struct frag_v4_compare_key}; without VRFs its vif is always 0). */
record FragmentKey(int source, int destination, int id, int protocol, FragmentUser user) {
    static FragmentKey of(Frame frame, FragmentUser user) {
        int at = frame.networkOffset();
        return new FragmentKey(
                Ipv4Header.source(frame, at),
                Ipv4Header.destination(frame, at),
                Ipv4Header.id(frame, at),
                Ipv4Header.protocol(frame, at),
                user);
    }
}
