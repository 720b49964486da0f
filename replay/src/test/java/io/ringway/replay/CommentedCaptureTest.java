package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.packet.MacAddress;
import io.ringway.packet.TcpHeader;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.OutputFormat;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay says in pcapng beside the frames: interfaces, translations, drops, with their rules. */
class CommentedCaptureTest {
    private static final String INSIDE = "10.0.0.10:40000";
    private static final String WEB = "192.168.9.2:80";
    private static final String MASQUERADED = "translated in host at POSTROUTING: 10.0.0.10:40000 -> 192.168.9.2:80"
            + " becomes 192.168.9.1:40000 -> 192.168.9.2:80, by nat/POSTROUTING rule 1: -s 10.0.0.0/24 ! -o br0"
            + " -j MASQUERADE";

    @TempDir
    Path folder;

    /** A frame of a pcapng, with the name of its interface. */
    private record Shown(String where, String frame, int way, List<String> comments) {}

    @Test
    void saysWhichRuleTranslatedWhereverTheFrameWasSeen() throws IOException {
        Path all = folder.resolve("all.pcapng");
        Replay replay = replay(syn(WEB));
        replay.captures().together(all);
        replay.run();
        List<Shown> frames = tcp(all);
        assertThat(frames)
                .extracting(Shown::where)
                .startsWith("a:eth0", "host:va", "host:br0", "host:eth0", "out:eth0");
        assertThat(frames.subList(0, 5))
                .allSatisfy(frame -> assertThat(frame.comments()).contains(MASQUERADED));
        assertThat(frames.get(0).frame()).startsWith("tcp 10.0.0.10:40000 >");
        assertThat(frames.get(3).frame()).startsWith("tcp 192.168.9.1:40000 >");
        assertThat(frames.subList(0, 4)).extracting(Shown::way).containsExactly(2, 1, 1, 2);
    }

    @Test
    void namesTheRuleOfTheFirstPacketForThoseThatFollowAndForAnswers() throws IOException {
        Path all = folder.resolve("all.pcapng");
        byte[] answer = Packets.tcp(
                SmallHost.ETH0, SmallHost.OUT, WEB, "192.168.9.1:40000", TcpHeader.SYN | TcpHeader.ACK, 5000, 1001);
        byte[] third = Packets.tcp(SmallHost.BR0, SmallHost.A, INSIDE, WEB, TcpHeader.ACK, 1001, 5001);
        Path out = new PcapBytes().at(10, answer).write(folder.resolve("out.pcap"));
        Replay replay = replay(syn(WEB), third).in("out:eth0", out);
        replay.captures().together(all);
        replay.run();
        assertThat(tcp(all))
                .filteredOn(frame -> frame.frame().endsWith(" ."))
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame.comments()).containsExactly(MASQUERADED));
        assertThat(tcp(all))
                .filteredOn(frame -> frame.frame().endsWith("S."))
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame.comments())
                        .singleElement()
                        .asString()
                        .startsWith("translated in host at PREROUTING: 192.168.9.2:80 -> 192.168.9.1:40000 becomes"
                                + " 192.168.9.2:80 -> 10.0.0.10:40000, by nat/POSTROUTING rule 1:"));
    }

    @Test
    void saysWhichRuleDroppedBesideTheFrameAndInACaptureOfItsOwn() throws IOException {
        Path va = folder.resolve("va.pcapng");
        Path drops = folder.resolve("drops.pcapng");
        Replay replay = replay(syn("192.168.9.2:23")).out("host:va", va, Direction.INOUT);
        replay.captures().drops(drops);
        ReplayReport report = replay.run();
        String why =
                "dropped in host at FORWARD: SKB_DROP_REASON_NETFILTER_DROP (dropped by a netfilter rule or policy),"
                        + " by filter/FORWARD rule 1: -s 10.0.0.0/24 -p tcp -m tcp --dport 23 -j DROP";
        assertThat(tcp(va))
                .singleElement()
                .satisfies(frame -> assertThat(frame.comments()).containsExactly(why));
        assertThat(frames(drops)).hasSize((int) report.droppedFrames());
        assertThat(tcp(drops)).singleElement().satisfies(frame -> {
            assertThat(frame.where()).isEqualTo("host:br0");
            assertThat(frame.comments()).containsExactly(why);
        });
    }

    @Test
    void saysNothingOfAnotherHostWhereOneCopyArrives() throws IOException {
        Path a = folder.resolve("a.pcapng");
        byte[] toB = Packets.udp(SmallHost.B, SmallHost.A, "10.0.0.10:1", "10.0.0.11:2", 10);
        Path b = new PcapBytes().at(50, toB).write(folder.resolve("b.pcap"));
        replay(toB)
                .in("b:eth0", b)
                .out("a:eth0", a, Direction.OUT)
                .out("host:br0", folder.resolve("promiscuous.pcap"), Direction.INOUT)
                .run();
        assertThat(frames(a))
                .filteredOn(frame -> frame.frame().startsWith("udp"))
                .allSatisfy(frame -> assertThat(frame.comments()).isEmpty());
        Path nobody = folder.resolve("nobody.pcapng");
        replay(Packets.udp(0x02_99_00_00_00_01L, SmallHost.A, "10.0.0.10:1", "10.0.0.11:2", 10))
                .out("a:eth0", nobody, Direction.OUT)
                .run();
        assertThat(frames(nobody).get(0).comments()).isNotEmpty().allMatch(text -> text.contains("OTHERHOST"));
    }

    @Test
    void saysWhatBecameOfAFrameThatWaitedForItsNeighbour() throws IOException {
        Path a = folder.resolve("a.pcapng");
        replay(syn("192.168.9.50:80"), Packets.udp(MacAddress.BROADCAST, SmallHost.A, "10.0.0.10:1", "10.0.0.255:2", 9))
                .out("a:eth0", a, Direction.OUT)
                .run();
        assertThat(frames(a).get(0).comments())
                .anySatisfy(text -> assertThat(text).contains("at neighbour: SKB_DROP_REASON_NEIGH_FAILED"));
    }

    @Test
    void putsSeveralOutputsOfOneNameIntoOneFile() throws IOException {
        Path both = folder.resolve("both.pcapng");
        replay(syn(WEB))
                .out("a:eth0", both, Direction.OUT)
                .out("host:eth0", both, Direction.OUT)
                .run();
        assertThat(tcp(both)).extracting(Shown::where).containsExactly("a:eth0", "host:eth0");
    }

    @Test
    void writesTheSameFramesAsPcapAndTheSameBytesAgain() throws IOException {
        Path plain = folder.resolve("a.pcap");
        Path one = folder.resolve("one.pcapng");
        Path two = folder.resolve("two.pcapng");
        replay(syn(WEB)).out("host:eth0", plain, Direction.INOUT).run();
        replay(syn(WEB)).out("host:eth0", one, Direction.INOUT).batch(1).run();
        replay(syn(WEB))
                .out("host:eth0", two, Direction.INOUT)
                .trace(folder.resolve("t"))
                .run();
        assertThat(one).hasSameBinaryContentAs(two);
        assertThat(frames(one)).extracting(Shown::frame).isEqualTo(PcapBytes.texts(plain));
    }

    @Test
    void takesTheFormatThatIsAskedForWhereTheNameDoesNotSayIt() throws IOException {
        Replay replay = replay(syn(WEB));
        replay.captures().format(OutputFormat.PCAPNG);
        replay.outDir(folder.resolve("all"))
                .out("host:eth0", folder.resolve("plain.pcap"), Direction.INOUT)
                .out("host:eth0", folder.resolve("capture"), Direction.INOUT)
                .run();
        assertThat(tcp(folder.resolve("all/host.eth0.pcapng"))).isNotEmpty();
        assertThat(tcp(folder.resolve("capture"))).isNotEmpty();
        assertThat(PcapBytes.texts(folder.resolve("plain.pcap"))).isNotEmpty();
    }

    @Test
    void refusesAPcapForWhatItCannotSay() throws IOException {
        try (Replay replay = replay(syn(WEB))) {
            assertThatThrownBy(() -> replay.captures().drops(folder.resolve("drops.pcap")))
                    .isInstanceOf(ReplayException.class)
                    .hasMessageContaining("a pcap has no comments");
        }
    }

    private static byte[] syn(String to) {
        return Packets.syn(SmallHost.BR0, SmallHost.A, INSIDE, to);
    }

    private Replay replay(byte[]... frames) throws IOException {
        PcapBytes capture = new PcapBytes();
        long us = 0;
        for (byte[] frame : frames) {
            capture.at(us, frame);
            us += 100;
        }
        return SmallHost.load().replay().in("a:eth0", capture.write(folder.resolve("in.pcap")));
    }

    private static List<Shown> tcp(Path file) throws IOException {
        return frames(file).stream()
                .filter(frame -> frame.frame().startsWith("tcp"))
                .toList();
    }

    private static List<Shown> frames(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Shown> frames = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int at = 0; at < bytes.limit(); at += bytes.getInt(at + 4)) {
            int end = at + bytes.getInt(at + 4) - 4;
            if (bytes.getInt(at) == 1) {
                names.add(texts(bytes, at + 16, end, 2).get(0));
            } else if (bytes.getInt(at) == 6) {
                byte[] frame = new byte[bytes.getInt(at + 20)];
                bytes.get(at + 28, frame);
                int options = at + 28 + (frame.length + 3 & ~3);
                String flags = texts(bytes, options, end, 2).get(0);
                frames.add(new Shown(
                        names.get(bytes.getInt(at + 8)),
                        Packets.text(frame),
                        flags.charAt(0),
                        texts(bytes, options, end, 1)));
            }
        }
        return frames;
    }

    /** The values of the options of that code. */
    private static List<String> texts(ByteBuffer bytes, int from, int end, int code) {
        List<String> values = new ArrayList<>();
        for (int at = from; at < end && bytes.getShort(at) != 0; at += 4 + (bytes.getShort(at + 2) + 3 & ~3)) {
            byte[] value = new byte[bytes.getShort(at + 2)];
            bytes.get(at + 4, value);
            if (bytes.getShort(at) == code) {
                values.add(new String(value, StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
