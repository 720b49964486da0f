package io.ringway.conformance.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.platform.launcher.MethodFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * A process that runs tests on one class path after the other, in the folder of their module. A line on stdin, of fields
 * that tabs part, is a hunt: class path, classes (with commas), method or {@code -}, golden cases, log; the answer is
 * a line {@code passed}, {@code failed} or {@code none}, with {@code , left} where something of the hunt still runs.
 */
final class HuntWorker {
    private static final int TEST_TIMEOUT_S = 20;
    private static final String LIBRARIES = System.getProperty("java.class.path");

    private HuntWorker() {}

    public static void main(String[] args) throws Exception {
        PrintStream answers = System.out;
        BufferedReader hunts = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = hunts.readLine(); line != null; line = hunts.readLine()) {
            String[] fields = line.split("\t", -1);
            try (PrintStream log = new PrintStream(fields[4], StandardCharsets.UTF_8)) {
                System.setOut(log);
                System.setErr(log);
                System.setProperty("ringway.golden", fields[3]);
                // Of tests that start processes of their own.
                System.setProperty("java.class.path", fields[0] + File.pathSeparator + LIBRARIES);
                String verdict = run(fields, log);
                answers.println(isSomethingLeft() ? verdict + ", left" : verdict);
                answers.flush();
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static String run(String[] fields, PrintStream log) throws IOException, ClassNotFoundException {
        List<URL> classPath = new ArrayList<>();
        for (String entry : fields[0].split(File.pathSeparator, -1)) {
            classPath.add(Path.of(entry).toUri().toURL());
        }
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        ClassLoader libraries = HuntWorker.class.getClassLoader();
        try (FreshLoader loader = new FreshLoader(classPath.toArray(URL[]::new), libraries)) {
            Thread.currentThread().setContextClassLoader(loader);
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                    .configurationParameters(Map.of(
                            "junit.jupiter.execution.timeout.default",
                            TEST_TIMEOUT_S + " s",
                            "junit.jupiter.execution.timeout.thread.mode.default",
                            "SEPARATE_THREAD"));
            for (String name : fields[1].split(",", -1)) {
                request.selectors(selectClass(Class.forName(name, false, loader)));
            }
            if (!fields[2].equals("-")) {
                // By class and a filter, since a selected method would need its parameter types.
                request.filters(MethodFilter.includeMethodNamePatterns(".*[.#]" + fields[2]));
            }
            LauncherFactory.create().execute(request.build(), listener);
        } finally {
            Thread.currentThread().setContextClassLoader(libraries);
        }
        TestExecutionSummary summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(log, true, StandardCharsets.UTF_8));
        if (summary.getTotalFailureCount() > 0) {
            return "failed";
        }
        return summary.getTestsFoundCount() == 0 ? "none" : "passed";
    }

    /** A test that hangs is given up by its timeout, but its thread goes on. */
    private static boolean isSomethingLeft() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey() != Thread.currentThread())
                .flatMap(entry -> Arrays.stream(entry.getValue()))
                .anyMatch(frame -> frame.getClassName().startsWith("io.ringway."));
    }
}
