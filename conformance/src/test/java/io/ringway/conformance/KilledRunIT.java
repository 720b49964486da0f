package io.ringway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that is killed leaves no process, no namespace, no mount and no file. */
class KilledRunIT {
    @BeforeEach
    void needsTheKernel() {
        Untested.unlessKernelJudges(KilledRunIT.class);
    }

    @Test
    void leavesNothingWhenTheCommandIsKilled() throws Exception {
        String before = traces();
        Process command = start();
        List<ProcessHandle> world = whenItsLabRuns(command);
        command.destroyForcibly();
        assertGone(world);
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void endsWithAFailureWhenTheInnerProcessIsKilled() throws Exception {
        String before = traces();
        Process command = start();
        List<ProcessHandle> world = whenItsLabRuns(command);
        innermostJava(world).destroyForcibly();
        assertThat(command.waitFor()).isNotZero();
        assertGone(world);
        assertThat(traces()).isEqualTo(before);
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabFolder.class.getName(),
                        "src/test/labs/router")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** All processes of the run, once the lab's last namespace is there. */
    private static List<ProcessHandle> whenItsLabRuns(Process command) throws IOException {
        while (command.isAlive()) {
            List<ProcessHandle> world = command.descendants().toList();
            Optional<ProcessHandle> java =
                    world.stream().filter(KilledRunIT::isJava).findFirst();
            if (java.isPresent() && Files.exists(Path.of("/proc/" + java.get().pid() + "/root/run/netns/right"))) {
                return new ArrayList<>(world);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the run ended before its lab was there: " + command.exitValue());
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/java");
    }

    private static ProcessHandle innermostJava(List<ProcessHandle> world) {
        return world.stream().filter(KilledRunIT::isJava).findFirst().orElseThrow();
    }

    private static void assertGone(List<ProcessHandle> world)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (ProcessHandle process : world) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    /** What a run could have left on the machine. */
    private static String traces() throws IOException {
        return list("/run/netns")
                + list("/run/ringway")
                + list(System.getProperty("user.home") + "/.cache/JNA/temp")
                + Files.readString(Path.of("/proc/self/mountinfo"));
    }

    private static String list(String folder) {
        String[] names = new File(folder).list();
        return names == null ? "" : String.join(" ", names);
    }
}
