package io.ringway.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
    @Test
    void readsAndPrintsTheSameText() {
        assertThat(MacAddress.parse("02:42:ac:11:00:fe")).isEqualTo(0x0242_ac11_00feL);
        assertThat(MacAddress.format(0x0242_ac11_00feL)).isEqualTo("02:42:ac:11:00:fe");
        assertThat(MacAddress.parse("FF:ff:Ff:fF:FF:FF")).isEqualTo(MacAddress.BROADCAST);
        assertThat(MacAddress.parse("0:1:2:a:b:c")).isEqualTo(0x0001_020a_0b0cL);
    }

    @Test
    void everyAddressSurvivesItsText() {
        long seed = 1;
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            long mac = random.nextLong() & MacAddress.BROADCAST;

            assertThat(MacAddress.parse(MacAddress.format(mac)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(mac);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02:42:ac:11:00",
                "02:42:ac:11:00:02:03",
                "02:42:ac:11:00:",
                ":42:ac:11:00:02",
                "02:42:ac:11:00:102",
                "02:42:ac:11:00:+2",
                "02:42:ac:11:00:-2",
                "02:42:ac:11:00: 2",
                "02:42:ac:11:00:0g",
                "02:42:ac:11:00:0\u0663",
                "02-42-ac-11-00-02"
            })
    void refusesAnythingElseWithItsText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MacAddress.parse(text))
                .withMessage("not a MAC address: " + text);
    }

    @Test
    void theGroupBitMakesMulticast() {
        assertThat(MacAddress.isMulticast(MacAddress.BROADCAST)).isTrue();
        assertThat(MacAddress.isMulticast(MacAddress.parse("01:00:5e:00:00:01")))
                .isTrue();
        assertThat(MacAddress.isMulticast(MacAddress.parse("02:00:00:00:00:01")))
                .isFalse();
        assertThat(MacAddress.isMulticast(MacAddress.parse("fe:ff:ff:ff:ff:ff")))
                .isFalse();
    }

    @Test
    void noStationSendsFromZeroOrAGroup() {
        assertThat(MacAddress.isValidSource(0)).isFalse();
        assertThat(MacAddress.isValidSource(MacAddress.BROADCAST)).isFalse();
        assertThat(MacAddress.isValidSource(1)).isTrue();
    }
}
