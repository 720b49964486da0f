package io.ringway.nat.conntrack;

/** One tracked connection ({@code struct nf_conn}). Addresses and ports are in host order as Frame reads them. */
public final class Connection {
    int mark;
    int protocol;

    public int protocol() {
        return protocol;
    }

    public int originalSource() {
        return 0;
    }

    public int originalDestination() {
        return 0;
    }

    /** Source port of the first packet; the identifier for an ICMP query. */
    public int originalSourcePort() {
        return 0;
    }

    /** Destination port of the first packet; type and code ({@code type << 8 | code}) for an ICMP query. */
    public int originalDestinationPort() {
        return 0;
    }

    public int replySource() {
        return 0;
    }

    public int replyDestination() {
        return 0;
    }

    public int replySourcePort() {
        return 0;
    }

    public int replyDestinationPort() {
        return 0;
    }

    /** Whether a packet was seen in the reply direction ({@code IPS_SEEN_REPLY}). */
    public boolean isSeenReply() {
        return false;
    }

    public boolean isAssured() {
        return false;
    }

    public boolean isConfirmed() {
        return false;
    }

    /** Whether NAT changed the source of original packets ({@code IPS_SRC_NAT}; {@code --ctstate SNAT}). */
    public boolean isSrcNat() {
        return false;
    }

    /** Whether NAT changed the destination of original packets ({@code IPS_DST_NAT}; {@code --ctstate DNAT}). */
    public boolean isDstNat() {
        return false;
    }

    public int mark() {
        return mark;
    }

    public void setMark(int mark) {
        this.mark = mark;
    }

    /** What is left of the timeout in whole seconds ({@code -m conntrack --ctexpire}), 0 at least. */
    public long secondsLeft(long nowNs) {
        return nowNs < 0 ? 1 : 0;
    }

    /** Packets of the original or the reply direction; 0 unless {@code nf_conntrack_acct} was on at its start. */
    public long packets(boolean reply) {
        return reply ? 0 : 0;
    }

    /** Bytes from the IPv4 header on, of the original or the reply direction, counted as {@link #packets} are. */
    public long bytes(boolean reply) {
        return reply ? 0 : 0;
    }
}
