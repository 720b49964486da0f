package io.ringway.conformance.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A world of its own for one run: network, mount and pid namespace, with a private /run that holds /run/netns and all
 * temporary files. A program enters by starting itself again in it; when either process ends, however it ends, the
 * kernel takes the whole world away: {@code setpriv --pdeathsig} ties it to the outer process, {@code unshare
 * --kill-child} to its own first one, whose end ends every other process of the pid namespace.
 */
public final class ThrowAwayWorld {
    private static final String OUTSIDE = "ringway.outside";
    static final Path SCRATCH = Path.of("/run/ringway");

    private static final AtomicInteger WORLDS = new AtomicInteger();

    private static boolean furnished;

    private ThrowAwayWorld() {}

    /** Whether this process runs in such a world; never true by a mere setting, the namespace must be another one. */
    public static boolean isInside() {
        String outside = System.getProperty(OUTSIDE);
        return outside != null
                && !outside.equals(networkId())
                && ProcessHandle.current().pid() == 1;
    }

    /**
     * Runs the main class with the arguments in a new world, standard streams shared, and waits for it. The calling
     * thread's end would end the world.
     *
     * @return its exit code
     * @throws KernelException when this user may not make one, or a program is missing
     */
    public static int enter(Class<?> main, List<String> arguments) {
        try {
            return builder(main, arguments).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new KernelException("cannot start the conformance run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelException("interrupted");
        }
    }

    /** What {@link #enter} starts, for a caller that reads its output; it must be started by a thread that stays. */
    public static ProcessBuilder builder(Class<?> main, List<String> arguments) {
        if (!isRoot()) {
            throw new KernelException(
                    "conform needs root: it runs the lab on this machine's kernel," + " in throw-away namespaces");
        }
        List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL"));
        command.addAll(List.of("taskset", "--cpu-list", nextCpu()));
        command.addAll(List.of("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // No perf data, no native library and no temporary file outside the private /run.
        command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Djna.tmpdir=" + SCRATCH);
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("ringway.") && !name.equals(OUTSIDE)) {
                command.add("-D" + name + "=" + System.getProperty(name));
            }
        }
        command.add("-D" + OUTSIDE + "=" + networkId());
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        speakEnglish(builder.environment());
        return builder;
    }

    /**
     * One of the CPUs that this process may use, each in turn: what the kernel keeps for each of them, a tunnel's route for
     * one, a world then has once.
     */
    private static String nextCpu() {
        List<String> cpus = new ArrayList<>();
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String list = lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .findFirst()
                    .orElseThrow();
            for (String range : list.substring(list.indexOf(':') + 1).strip().split(",", -1)) {
                String[] ends = range.split("-", -1);
                for (int cpu = Integer.parseInt(ends[0]); cpu <= Integer.parseInt(ends[ends.length - 1]); cpu++) {
                    cpus.add(Integer.toString(cpu));
                }
            }
        } catch (IOException e) {
            throw new KernelException("cannot read which CPUs there are", e);
        }
        return cpus.get(Math.floorMod(WORLDS.getAndIncrement(), cpus.size()));
    }

    /** What libpcap says of a refused frame is read; file names keep the user's character set. */
    private static void speakEnglish(Map<String, String> environment) {
        String all = environment.remove("LC_ALL");
        if (all != null && !all.isEmpty()) {
            environment.put("LC_CTYPE", all);
        }
        environment.put("LC_MESSAGES", "C");
        environment.remove("LANGUAGE");
    }

    /** Makes the world ready, if it is not yet: a private /run, loopback up. */
    static void furnish() {
        if (!isInside()) {
            throw new IllegalStateException("outside of a throw-away world");
        }
        if (!furnished) {
            furnishAnew();
            furnished = true;
        }
    }

    /** The same for network and mount namespaces that are new in this world. */
    static void furnishAnew() {
        Programs.runShown("mount", "-t", "tmpfs", "-o", "mode=755", "ringway", "/run");
        try {
            Files.createDirectories(SCRATCH);
            Files.createDirectories(Path.of("/run/netns"));
        } catch (IOException e) {
            throw new KernelException("cannot use the private /run", e);
        }
        Programs.mustRun("ip", "link", "set", "lo", "up");
    }

    /** Whether this process may make namespaces. */
    public static boolean isRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static String networkId() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString();
        } catch (IOException e) {
            throw new KernelException("cannot tell this process's network namespace", e);
        }
    }

    private static String absolute(String classPath) {
        UnaryOperator<String> whole = part -> new File(part).getAbsolutePath();
        List<String> parts = new ArrayList<>();
        for (String part : classPath.split(File.pathSeparator, -1)) {
            parts.add(whole.apply(part));
        }
        return String.join(File.pathSeparator, parts);
    }
}
