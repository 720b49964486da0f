package io.ringway.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Live interfaces on a veth pair, each time in an unnamed network namespace that ends with the process in it: see
 * {@link LiveProbe}. Needs root, and says so where it cannot run.
 */
@Timeout(60)
class LiveInterfaceIT {
    /** IPv6 would send neighbour discovery of its own. */
    private static final String VETH_PAIR = "sysctl -qw net.ipv6.conf.default.disable_ipv6=1"
            + " && ip link set lo up && ip link add va type veth peer name vb"
            + " && ip link set va up && ip link set vb up && exec \"$@\"";

    @BeforeEach
    void needsRoot() {
        int exit;
        try {
            exit = new ProcessBuilder("unshare", "-n", "ip", "link", "add", "va", "type", "veth")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            exit = -1;
        }
        if (exit != 0) {
            Untested.abort(LiveInterfaceIT.class, "needs root, unshare, and ip with veth");
        }
    }

    private static void probe(String scenario, String... wrapper) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("unshare", "-n", "sh", "-ec", VETH_PAIR, "sh"));
        command.addAll(List.of(wrapper));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of("-Dringway.checks=true", LiveProbe.class.getName(), scenario));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", scenario, output).isZero();
    }

    @Test
    void deliversInjectedFramesInOrderWithNanoseconds() throws Exception {
        probe("order");
    }

    @Test
    void capturesOnlyTheDirectionAskedFor() throws Exception {
        probe("direction");
    }

    @Test
    void countsWhatTheSnapshotLengthCut() throws Exception {
        probe("snaplen");
    }

    @Test
    void countsWhatTheKernelDroppedForWantOfRoom() throws Exception {
        probe("overflow");
    }

    @Test
    void refusesMissingAndForeignInterfacesAndListsTheOthers() throws Exception {
        probe("refusals");
    }

    @Test
    void saysWhatPermissionIsMissing() throws Exception {
        probe("permission", "setpriv", "--bounding-set=-net_raw", "--inh-caps=-net_raw");
    }

    @Test
    void tellsWhenTheInterfaceDisappears() throws Exception {
        probe("disappearance");
    }
}
