package io.ringway.nat.conntrack;

/**
 * Where lines of an FTP connection begin, by sequence number as their sender counts: the two latest of each direction ({@code
 * nf_conntrack_ftp.c:find_nl_seq(), update_nl_seq()}).
 */
final class FtpLines {
    private static final int REMEMBERED = 2;

    private final int[] original = new int[REMEMBERED];
    private final int[] reply = new int[REMEMBERED];
    private int knownOriginal;
    private int knownReply;

    boolean beginsAt(int sequence, boolean ofReply) {
        int[] begins = ofReply ? reply : original;
        int known = ofReply ? knownReply : knownOriginal;
        return (known > 0 && begins[0] == sequence) || (known > 1 && begins[1] == sequence);
    }

    /** The older of two makes room. */
    void note(int sequence, boolean ofReply) {
        if (beginsAt(sequence, ofReply)) {
            return;
        }
        int[] begins = ofReply ? reply : original;
        int known = ofReply ? knownReply : knownOriginal;
        if (known == REMEMBERED) {
            begins[TcpWindow.before(begins[0], begins[1]) ? 0 : 1] = sequence;
            return;
        }
        begins[known] = sequence;
        if (ofReply) {
            knownReply++;
        } else {
            knownOriginal++;
        }
    }
}
