package io.ringway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong, one line on stderr says what and where, nothing is on stdout, and no output was begun. */
class BadInputTest {
    private static final Path DEMO = Path.of("../examples/docker-host");
    private static final String LAB = DEMO.toString();
    private static final int IEEE802_11 = 105;

    @TempDir
    Path folder;

    private String good;
    private String output;

    @BeforeEach
    void oneGoodCapture() {
        good = "nginx:eth0=" + DEMO.resolve("nginx.pcap");
        output = folder.resolve("output.pcap").toString();
    }

    @Test
    void aLabThatIsNotThere() {
        String lab = folder.resolve("no.sh").toString();
        refuses(2, lab + ": No such file or directory", lab, "--in", good);
    }

    @Test
    void aFolderWithoutALab() {
        refuses(2, folder.resolve("lab.sh") + ": No such file or directory", folder.toString(), "--in", good);
    }

    @Test
    void aLabThatIsACapture() {
        String capture = DEMO.resolve("nginx.pcap").toString();
        refuses(2, capture + ": not a lab: its bytes are not UTF-8 text", capture, "--in", good);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "ip link set nope up | :3:13: ip: Cannot find device \"nope\"",
                "  ip link set lo upp | :3:16: ip: Error: either \"dev\" is duplicate, or \"upp\" is a garbage.",
                "ip -n nope link set lo up | :3:1: ip: Cannot open network namespace \"nope\": No such file or directory",
                "ip addr add 300.1.1.1/24 dev lo | :3:13: ip: Error: any valid prefix is expected rather than"
                        + " \"300.1.1.1/24\".",
                "iptables -A FORWRD -j ACCEPT | :3:1: iptables: No chain/target/match by that name.",
                "iptables -A INPUT -p tcp --dport 99999 -j ACCEPT | :3:34: iptables v1.8.9 (nf_tables): invalid"
                        + " port/service `99999' specified",
                "iptables -A INPUT -m nfacct --nfacct-name x | :3:22: iptables: match nfacct is not modelled",
                "frobnicate now | :3:1: frobnicate: command not found in Ringway's lab language, which has",
                "for i in 1 2; do ip link; done | :3:1: `for': the lab language has no loops and no conditions",
                "echo $(date) | :3:6: command substitution $(…) is not part of the lab language",
                "ip link add \"v0 | :3:13: unexpected EOF while looking for matching `\"'",
                "sysctl -w net.bridge.bridge-nf-call-arptables=1 | :3:11: sysctl: setting key"
                        + " \"net.bridge.bridge-nf-call-arptables\": it is not modelled yet"
            })
    void aLabLineThatItsToolWouldRefuse(String line, String message) throws IOException {
        Path lab = folder.resolve("bad.sh");
        Files.writeString(lab, "# a lab\nip link set lo up\n" + line + "\n");
        refuses(2, lab + message, lab.toString(), "--in", good);
    }

    @Test
    void aCaptureThatIsNotThere() {
        String capture = folder.resolve("no.pcap").toString();
        refuses(1, capture + ": no such file", LAB, "--in", "nginx:eth0=" + capture);
    }

    @Test
    void aFolderInsteadOfACapture() {
        refuses(1, folder + ": is a directory", LAB, "--in", "nginx:eth0=" + folder);
    }

    @Test
    void anEmptyFile() throws IOException {
        refusesCapture(new byte[0], ": empty");
    }

    @Test
    void anotherLinkType() throws IOException {
        byte[] header = Arrays.copyOf(Files.readAllBytes(DEMO.resolve("nginx.pcap")), 24);
        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putInt(20, IEEE802_11);
        refusesCapture(header, ": link type IEEE802_11 (105) where only Ethernet, Linux cooked, raw IP");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomBytes(long seed) throws IOException {
        byte[] bytes = new byte[5000];
        new Random(seed).nextBytes(bytes);
        refusesCapture(bytes, ": not a capture file: first bytes ");
    }

    @Test
    void aFileCutOffInItsHeader() throws IOException {
        refusesCapture(
                Arrays.copyOf(Files.readAllBytes(DEMO.resolve("nginx.pcap")), 10),
                ": ends inside its file header: 10 of 24 bytes");
    }

    @Test
    void damageInMidFileLeavesNoOutput() throws IOException {
        byte[] bytes = Files.readAllBytes(DEMO.resolve("nginx.pcap"));
        int second =
                24 + 16 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(32);
        bytes[second + 11] = 0x7f;
        refusesCapture(bytes, ": damaged after frame 1, at byte " + second);
    }

    @Test
    void anInterfaceThatTheLabDoesNotHave() {
        String file = "=" + DEMO.resolve("nginx.pcap");
        String namespaces = "no namespace \"web\" in the lab; it has host, nginx, api, db, internet";
        String devices = "no interface \"eth9\" in namespace nginx; it has lo, eth0";
        refuses(2, namespaces, LAB, "--in", "web:eth0" + file);
        refuses(2, devices, LAB, "--in", "nginx:eth9" + file);
        refuses(2, namespaces, LAB, "--in", good, "--out", "web:eth0=" + folder.resolve("x"));
        refuses(2, devices, LAB, "--in", good, "--out", "nginx:eth9=" + folder.resolve("x"));
    }

    @Test
    void anInputThatIsNotWrittenAsOne() {
        refuses(2, "\"nginx\" is not an interface: say NS:IF, for instance host:eth0", LAB, "--in", "nginx=x.pcap");
        refuses(2, "should read NS:IF=FILE, as in nginx:eth0=nginx.pcap", LAB, "--in", "nginx:eth0");
        refuses(2, "should read NS:IF=FILE", LAB, "--in", "nginx:eth0=");
        refuses(
                2,
                "--in nginx:eth0: only \",in\", \",both\", \",in,both\" or \",any\" may follow the file",
                LAB,
                "--in",
                good + ",out");
        refuses(2, "host:docker0 is a bridge: frames can only arrive at a veth end", LAB, "--in", "host:docker0=x,in");
        refuses(2, "Missing required option: '--in=NS:IF=FILE[,in]'", LAB);
    }

    @Test
    void anOutputThatCannotBeWritten() throws IOException {
        String file = Files.writeString(folder.resolve("file"), "").toString();
        String below = folder.resolve("file/x.pcap").toString();
        refuses(1, below + ": no such folder: " + file, LAB, "--in", good, "--out", "host:eth0=" + below);
        refuses(1, folder + ": is a directory", LAB, "--in", good, "--out", "host:eth0=" + folder);
        refuses(1, file + ": is not a folder", LAB, "--in", good, "--out-dir", file);
        refuses(1, below + ": cannot be made: Not a directory", LAB, "--in", good, "--out-dir", below);
        refuses(1, below + ": cannot be written: Not a directory", LAB, "--in", good, "--trace", below);
        refuses(1, folder + ": cannot be written: is a directory", LAB, "--in", good, "--state", folder.toString());
    }

    @Test
    void twoOutputsToOneFile() {
        String file = folder.resolve("x").toString();
        String problem = file + ": is to be written by two outputs";
        refuses(2, problem, LAB, "--in", good, "--out", "host:eth0=" + file, "--out", "api:eth0=" + file);
        refuses(2, problem, LAB, "--in", good, "--trace", file, "--state", file);
    }

    @Test
    void anOutputThatWouldReplaceItsInput() throws IOException {
        Path copy = Files.copy(DEMO.resolve("nginx.pcap"), folder.resolve("copy.pcap"));
        refuses(
                2,
                copy + ": is to be written, and read as a capture too",
                LAB,
                "--in",
                "nginx:eth0=" + copy,
                "--out",
                "host:eth0=" + copy);
        assertThat(copy).hasSameBinaryContentAs(DEMO.resolve("nginx.pcap"));
    }

    @Test
    void numbersThatMakeNoSense() {
        refuses(2, "a batch of 0 frames: it takes at least 1", LAB, "--in", good, "--batch", "0");
        refuses(
                2,
                "Invalid value for option '--batch': 'many' is not a whole number that fits",
                LAB,
                "--in",
                good,
                "--batch",
                "many");
        refuses(2, "a limit of 0 frames: it takes at least 1", LAB, "--in", good, "--limit", "0");
        refuses(2, "lingering for -1.0 s: it takes 0 to 86400", LAB, "--in", good, "--linger", "-1");
    }

    @Test
    void aCommandAtATimeThatMakesNoSense() {
        refuses(2, "--at \"soon\": not a number of seconds, as in 1.5", LAB, "--in", good, "--at", "soon", "true");
        refuses(2, "--at \"-1\": not a number of seconds", LAB, "--in", good, "--at", "-1", "true");
        refuses(2, "--at 1 'reboot': reboot: command not found", LAB, "--in", good, "--at", "1", "reboot");
        refuses(2, "--at 1 'sleep 5': sleep takes time of its own", LAB, "--in", good, "--at", "1", "sleep 5");
        refuses(
                2,
                "--at 1.5 'ip link set foo up': ip: Cannot find device \"foo\"",
                LAB,
                "--in",
                good,
                "--at",
                "1.5",
                "ip link set foo up");
        refuses(
                2,
                "Expected parameter 2 (of 2 mandatory parameters) for option '--at'",
                LAB,
                "--in",
                good,
                "--at",
                "1.5");
    }

    @Test
    void aStackThatTheLabDoesNotHave() {
        String file = "=" + DEMO.resolve("nginx.pcap");
        refuses(2, "no namespace \"web\" in the lab; it has host, nginx", LAB, "--in", "web:@ip" + file);
        refuses(
                2,
                "host:@ip: a stack sends packets; frames arrive at an interface",
                LAB,
                "--in",
                "host:@ip" + file + ",in");
        refuses(2, "no interface \"@ip\" in namespace host", LAB, "--in", good, "--out", "host:@ip=" + output);
        refuses(1, "no.pcap: no such file", LAB, "--in", "host:@ip=" + folder.resolve("no.pcap"));
    }

    @Test
    void whatIsNeitherOptionNorCommand() {
        refuses(2, "Unknown option: '--nope'", LAB, "--in", good, "--nope");
        oneLine(Run.ringway("nope"), 2, "\"nope\" is not a command; ringway --help lists them");
        oneLine(Run.ringway("--nope"), 2, "Unknown option: '--nope'");
        oneLine(Run.ringway(), 2, "which command? ringway --help lists them");
    }

    /** A replay that would write a capture, the trace and the state: it refuses, and none of them is there, nor a part. */
    private void refuses(int exitCode, String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of("replay"));
        all.addAll(List.of(arguments));
        if (!all.contains("--out")) {
            all.addAll(List.of("--out", "host:eth0=" + output));
        }
        for (String option : List.of("--trace", "--state")) {
            if (!all.contains(option)) {
                all.addAll(List.of(option, folder.resolve("output" + option).toString()));
            }
        }
        oneLine(Run.ringway(all.toArray(String[]::new)), exitCode, message);
        assertThat(leftBehind()).isEmpty();
    }

    private void refusesCapture(byte[] bytes, String message) throws IOException {
        Path capture = Files.write(folder.resolve("bad.pcap"), bytes);
        refuses(1, capture + message, LAB, "--in", "nginx:eth0=" + capture);
    }

    private static void oneLine(Run run, int exitCode, String message) {
        assertThat(run.err().lines())
                .as("stderr")
                .singleElement()
                .asString()
                .startsWith("ringway: ")
                .contains(message);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
    }

    private List<Path> leftBehind() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains("output")
                            || file.toString().contains("partial"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
