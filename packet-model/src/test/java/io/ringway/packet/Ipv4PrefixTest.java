package io.ringway.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4PrefixTest {
    @Test
    void keepsTheHostBitsThatWereWritten() {
        Ipv4Prefix prefix = Ipv4Prefix.parse("192.168.1.100/24");

        assertThat(prefix).hasToString("192.168.1.100/24");
        assertThat(Ipv4Address.format(prefix.network())).isEqualTo("192.168.1.0");
        assertThat(Ipv4Address.format(prefix.broadcast())).isEqualTo("192.168.1.255");
        assertThat(Ipv4Address.format(prefix.mask())).isEqualTo("255.255.255.0");
    }

    @Test
    void anAddressAloneIsAHost() {
        assertThat(Ipv4Prefix.parse("10.0.0.1")).isEqualTo(new Ipv4Prefix(Ipv4Address.parse("10.0.0.1"), 32));
    }

    @Test
    void containsItsFirstAndLastAddressAndNoneBeyond() {
        Ipv4Prefix prefix = Ipv4Prefix.parse("172.17.0.1/16");

        assertThat(prefix.contains(Ipv4Address.parse("172.17.0.0"))).isTrue();
        assertThat(prefix.contains(Ipv4Address.parse("172.17.255.255"))).isTrue();
        assertThat(prefix.contains(Ipv4Address.parse("172.16.255.255"))).isFalse();
        assertThat(prefix.contains(Ipv4Address.parse("172.18.0.0"))).isFalse();
    }

    @Test
    void theDefaultPrefixContainsEverything() {
        Ipv4Prefix everything = Ipv4Prefix.parse("0.0.0.0/0");

        assertThat(everything.contains(0)).isTrue();
        assertThat(everything.contains(-1)).isTrue();
        assertThat(everything.broadcast()).isEqualTo(-1);
    }

    @Test
    void aHostContainsItselfOnly() {
        Ipv4Prefix host = Ipv4Prefix.parse("10.0.0.1/32");

        assertThat(host.contains(Ipv4Address.parse("10.0.0.1"))).isTrue();
        assertThat(host.contains(Ipv4Address.parse("10.0.0.0"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/24",
                "10.0.0.1/",
                "10.0.0.1/33",
                "10.0.0.1/-1",
                "10.0.0.1/+8",
                "10.0.0.1/ 8",
                "10.0.0.1/8/8",
                "10.0.0/8",
                "10.0.0.1/x",
                "10.0.0.1/99999999999"
            })
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ipv4Prefix.parse(text))
                .withMessageStartingWith("not an IPv4");
    }
}
