package io.ringway.nat.conntrack;

/** The connections that MASQUERADE gave an address, which end with the address or the interface ({@code nf_nat_masquerade.c}). */
public final class Masqueraded {
    private final ConnectionTable table;

    Masqueraded(ConnectionTable table) {
        this.table = table;
    }

    /** Forgets those that left by an interface, which went down ({@code device_cmp()}). */
    public void forget(int ifindex) {
        for (Connection connection = table.oldest(); connection != null; ) {
            Connection next = connection.newer;
            if (connection.masqueradeIfindex == ifindex) {
                table.remove(connection);
            }
            connection = next;
        }
    }

    /** Forgets those that left there by an address, which the interface lost ({@code inet_cmp()}). */
    public void forget(int ifindex, int address) {
        for (Connection connection = table.oldest(); connection != null; ) {
            Connection next = connection.newer;
            if (connection.masqueradeIfindex == ifindex && connection.replyDestination() == address) {
                table.remove(connection);
            }
            connection = next;
        }
    }
}
