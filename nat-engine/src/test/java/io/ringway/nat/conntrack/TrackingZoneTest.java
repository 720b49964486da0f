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
    void isATemplateEvenWhenItIsZoneZero() {
        assertThat(TrackingZone.template(0)).isNotZero();
        assertThat(TrackingZone.id(TrackingZone.template(0), false)).isZero();
    }
}
