package io.ringway.nat.conntrack.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each line that {@code conntrack -L} prints makes its connection again. */
class FlowListingTest {
    private static String one(String line) throws FlowListing.Malformed {
        List<String> lines = FlowListing.read(line);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    @Test
    void keepsStateTimeoutMarkAndZone() throws FlowListing.Malformed {
        assertThat(one(
                        "tcp      6 431999 ESTABLISHED src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=80 packets=3 bytes=180 src=10.0.0.2"
                                + " dst=10.0.0.1 sport=80 dport=1000 packets=1 bytes=60 [ASSURED] mark=7 zone=4 use=1"))
                .isEqualTo(
                        "-A -t 431999 -u SEEN_REPLY,ASSURED -s 10.0.0.1 -d 10.0.0.2 -p 6 --sport 1000 --dport 80 --state ESTABLISHED"
                                + " -m 7 -w 4");
    }

    @Test
    void readsExtendedLinesWithIdsAndTimes() throws FlowListing.Malformed {
        assertThat(
                        one(
                                "ipv4     2 udp      17 29 src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=53 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1"
                                        + " sport=53 dport=1000 mark=0 delta-time=3 [start=Sat Nov 21 10:00:00 2026] use=1 id=123456"))
                .isEqualTo("-A -t 29 -u UNSET -s 10.0.0.1 -d 10.0.0.2 -p 17 --sport 1000 --dport 53 -m 0");
    }

    @Test
    void readsWhatProcShows() throws FlowListing.Malformed {
        assertThat(one(
                        "ipv4     2 icmp     1 29 src=10.0.0.1 dst=10.0.0.2 type=8 code=0 id=77 src=10.0.0.2 dst=9.9.9.9 type=0 code=0"
                                + " id=78 mark=0 zone=0 use=2"))
                .isEqualTo(
                        "-A -t 29 -u SEEN_REPLY -s 10.0.0.1 -d 10.0.0.2 -p 1 --icmp-type 8 --icmp-code 0 --icmp-id 77"
                                + " -n 9.9.9.9:78 -m 0");
    }

    @Test
    void findsTranslationsOfEitherEnd() throws FlowListing.Malformed {
        assertThat(one(
                        "tcp      6 10 CLOSE src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=80 src=192.168.0.5 dst=9.9.9.9 sport=8080"
                                + " dport=1000 [ASSURED] mark=0 use=1"))
                .contains(" -n 9.9.9.9 -g 192.168.0.5:8080 ");
    }

    @Test
    void takesSavedLinesAsTheyStandAndPassesOverTheRest() throws FlowListing.Malformed {
        String saved = "-A -t 29 -u UNSET -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 10.0.0.1 -p 89";
        assertThat(
                        FlowListing.read(
                                "conntrack v1.4.7 (conntrack-tools): 2 flow entries have been shown.\n\n# mine\n"
                                        + saved + "\n"
                                        + "ipv6     10 udp      17 29 src=::1 dst=::2 sport=5 dport=6 [UNREPLIED] src=::2 dst=::1 sport=6 dport=5 use=1\n"))
                .containsExactly(saved);
    }

    @Test
    void saysWhichLineIsNone() {
        String good =
                "udp 17 29 src=10.0.0.1 dst=10.0.0.2 sport=1 dport=2 src=10.0.0.2 dst=10.0.0.1 sport=2 dport=1 mark=0 use=1\n";
        refuses(good + "nonsense", 2, "not a line of conntrack -L");
        refuses("tcp six 29 src=1.1.1.1", 1, "\"six\" is no number of a protocol");
        refuses("udp 17 soon src=1.1.1.1 dst=2.2.2.2", 1, "\"soon\" is no timeout");
        refuses("\n" + good.replace("sport=1 ", ""), 2, "\"sport=\" is missing");
        refuses(good.replace("dst=10.0.0.2 sport", "dst=10.0.0.x sport"), 1, "\"dst=10.0.0.x\" is none");
        refuses(good.replace("mark=0", "mark=x"), 1, "\"mark=x\" is no number");
        refuses(good.replace("mark=0", "colour=red"), 1, "\"colour=red\" stands in no line");
        refuses(good.replace("udp 17", "tcp 6"), 1, "the state is missing");
        refuses(good.replace("udp 17 29", "tcp 6 29 ASLEEP"), 1, "\"ASLEEP\" is no state of TCP");
        refuses(good + good, 2, "listed already");
        refuses(good + "-D -s 10.0.0.1", 2, "-A and -I make connections");
        refuses("-A -t 30 -s 10.0.0.1 -d 10.0.0.2", 1, "You need to supply the `--protonum' option");
        refuses(
                "-A -t 30 -s 10.0.0.1 -d 10.0.0.2 -p icmp --icmp-type 3 --icmp-code 1",
                1,
                "not all of both directions");
    }

    private static void refuses(String text, int line, String words) {
        assertThatThrownBy(() -> FlowListing.read(text))
                .isInstanceOfSatisfying(
                        FlowListing.Malformed.class,
                        wrong -> assertThat(wrong.line()).isEqualTo(line))
                .hasMessageContaining(words);
    }
}
