package io.ringway.nat.set;

/** The extensions with which a member is added ({@code struct ip_set_ext}). One object, filled anew for each addition. */
final class Addition {
    boolean exist;
    boolean noMatch;
    long timeoutSeconds;
    long packets;
    long bytes;
    /** Packets leave what was said of a member. */
    boolean keepsComment;

    String comment;
    SkbInfo skbInfo;

    /** As a command says it ({@code IP_SET_INIT_UEXT}). */
    Addition by(SetHeader header, Entry entry, boolean mayExist) {
        exist = mayExist;
        noMatch = entry.noMatch;
        timeoutSeconds = entry.timeoutSeconds < 0 ? header.timeoutSeconds() : entry.timeoutSeconds;
        packets = entry.packets;
        bytes = entry.bytes;
        keepsComment = false;
        comment = entry.comment == null || entry.comment.isEmpty() ? null : entry.comment;
        skbInfo = entry.skbInfo == null ? SkbInfo.NONE : entry.skbInfo;
        return this;
    }

    /** As a packet brings it ({@code IP_SET_INIT_KEXT}). */
    Addition by(SetHeader header, PacketFacts packet, SetUse use) {
        exist = use.exist();
        noMatch = false;
        timeoutSeconds = use.timeoutSeconds() < 0 ? header.timeoutSeconds() : use.timeoutSeconds();
        packets = 1;
        bytes = packet.lengthBytes();
        keepsComment = true;
        comment = null;
        skbInfo = SkbInfo.NONE;
        return this;
    }
}
