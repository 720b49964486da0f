package io.ringway.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4AddressTest {
    @Test
    void readsAndPrintsTheSameText() {
        assertThat(Ipv4Address.parse("192.0.2.1")).isEqualTo(0xc000_0201);
        assertThat(Ipv4Address.format(0xc000_0201)).isEqualTo("192.0.2.1");
        assertThat(Ipv4Address.parse("255.255.255.255")).isEqualTo(Ipv4Address.BROADCAST);
        assertThat(Ipv4Address.parse("127.0.0.1")).isEqualTo(Ipv4Address.LOOPBACK);
        assertThat(Ipv4Address.parse("0.0.0.0")).isZero();
    }

    @Test
    void everyAddressSurvivesItsText() {
        long seed = 1;
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            int address = random.nextInt();

            assertThat(Ipv4Address.parse(Ipv4Address.format(address)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(address);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1",
                "1.2.3",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "1.2.3.4.",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.-4",
                "1.2.3.+4",
                "1.2.3.4 ",
                "1.2.3.a",
                "0x7f.0.0.1",
                "1.2.3.4/24",
                "1.2.3.99999999999"
            })
    void refusesAnythingElseWithItsText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ipv4Address.parse(text))
                .withMessage("not an IPv4 address: " + text);
    }

    @Test
    void masksOfEveryLength() {
        assertThat(Ipv4Address.mask(0)).isZero();
        assertThat(Ipv4Address.mask(1)).isEqualTo(0x8000_0000);
        assertThat(Ipv4Address.mask(16)).isEqualTo(0xffff_0000);
        assertThat(Ipv4Address.mask(24)).isEqualTo(0xffff_ff00);
        assertThat(Ipv4Address.mask(32)).isEqualTo(0xffff_ffff);
    }

    @Test
    void knowsTheSpecialRangesToTheirLastAddress() {
        assertThat(Ipv4Address.isMulticast(Ipv4Address.parse("223.255.255.255")))
                .isFalse();
        assertThat(Ipv4Address.isMulticast(Ipv4Address.parse("224.0.0.0"))).isTrue();
        assertThat(Ipv4Address.isMulticast(Ipv4Address.parse("239.255.255.255")))
                .isTrue();
        assertThat(Ipv4Address.isMulticast(Ipv4Address.parse("240.0.0.0"))).isFalse();
        assertThat(Ipv4Address.isLoopback(Ipv4Address.parse("127.255.255.255"))).isTrue();
        assertThat(Ipv4Address.isLoopback(Ipv4Address.parse("128.0.0.0"))).isFalse();
        assertThat(Ipv4Address.isZeroNet(Ipv4Address.parse("0.0.0.0"))).isTrue();
        assertThat(Ipv4Address.isZeroNet(Ipv4Address.parse("0.0.0.1"))).isFalse();
    }
}
