package io.ringway.nat.conntrack;

/** Who has the tuples that a new connection wants, in its zone, which may count for one direction only ({@code nf_ct_key_equal()}). */
final class TupleOwner {
    private TupleOwner() {}

    /** Of either tuple; null for nobody. */
    static Connection ofBoth(ConnectionTable table, Connection fresh, long nowNs) {
        Connection owner = fresh.isOneWay()
                ? table.findOneWay(fresh.originalAddresses, fresh.originalRest, false, nowNs)
                : table.find(fresh.originalAddresses, fresh.originalRest, nowNs);
        return owner == null ? ofReply(table, fresh, fresh.replyAddresses, fresh.replyRest, nowNs) : owner;
    }

    /** Of the reply that it would get ({@code nf_conntrack_tuple_taken()}); null for nobody. */
    static Connection ofReply(ConnectionTable table, Connection fresh, long addresses, long rest, long nowNs) {
        return fresh.isOneWay() ? table.findOneWay(addresses, rest, true, nowNs) : table.find(addresses, rest, nowNs);
    }
}
