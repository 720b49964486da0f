package io.ringway.nat.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Zones in tuples, and for which direction they count. */
final class TrackingZoneTest {
    @Test
    void countsForBothDirectionsUnlessOneIsNamed() {
        assertThat(TrackingZone.id(7, false)).isEqualTo(7);
        assertThat(TrackingZone.id(7, true)).isEqualTo(7);
        assertThat(TrackingZone.id(7 | TrackingZone.ORIGINAL, true)).isZero();
        assertThat(TrackingZone.id(7 | TrackingZone.REPLY, false)).isZero();
        assertThat(TrackingZone.id(7 | TrackingZone.ORIGINAL | TrackingZone.REPLY, true))
                .isEqualTo(7);
    }

    @Test
    void staysWithATupleThatIsInvertedOrRewritten() {
        long rest = Tuple.withZone(Tuple.rest(4000, 80, 6), 0xffff);
        assertThat(Tuple.zone(Tuple.invertRest(rest))).isEqualTo(0xffff);
        assertThat(Tuple.zone(Tuple.withSourcePort(rest, 1))).isEqualTo(0xffff);
        assertThat(Tuple.zone(Tuple.withDestinationPort(rest, 1))).isEqualTo(0xffff);
        assertThat(Tuple.sourcePort(rest)).isEqualTo(4000);
        assertThat(Tuple.zone(Tuple.withZone(rest, 0))).isZero();
        assertThat(Tuple.invertRest(Tuple.withZone(Tuple.rest(9, 8 << 8, 1), 3)))
                .isEqualTo(Tuple.withZone(Tuple.rest(9, 0, 1), 3));
    }

    @Test
    void keepsApartAConnectionThatLooksLikeTheReplyOfAnother() {
        ConnectionTable table = new ConnectionTable();
        Connection plain = connection(table, 1, 2, 0, 0);
        Connection crossed = connection(table, 2, 1, 0, 7);
        long there = Tuple.addresses(2, 1);
        long rest = Tuple.rest(5, 5, 17);
        assertThat(table.find(there, rest, 0)).isSameAs(crossed);
        assertThat(table.find(there, rest, 7 | TrackingZone.REPLY, 0)).isSameAs(crossed);
        assertThat(table.foundReply()).isFalse();
        table.remove(crossed);
        assertThat(table.find(there, rest, 7 | TrackingZone.REPLY, 0)).isNull();
        assertThat(table.find(there, rest, 0)).isSameAs(plain);
        assertThat(table.foundReply()).isTrue();
    }

    private static Connection connection(ConnectionTable table, int source, int destination, int zone, int replyZone) {
        long addresses = Tuple.addresses(source, destination);
        long rest = Tuple.rest(5, 5, 17);
        Connection connection = new Connection(
                addresses,
                Tuple.withZone(rest, zone),
                Tuple.invertAddresses(addresses),
                Tuple.withZone(Tuple.invertRest(rest), replyZone));
        connection.timeoutNs = Long.MAX_VALUE / 2;
        assertThat(TupleOwner.ofBoth(table, connection, 0)).isNull();
        table.add(connection, 0);
        return connection;
    }

    @Test
    void isATemplateEvenWhenItIsZoneZero() {
        assertThat(TrackingZone.template(0)).isNotZero();
        assertThat(TrackingZone.id(TrackingZone.template(0), false)).isZero();
    }
}
