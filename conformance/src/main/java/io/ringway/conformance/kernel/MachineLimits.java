package io.ringway.conformance.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings of the whole machine, which no namespace changes and each of them shows; the model is told what they are. */
public final class MachineLimits {
    private static final Path FOLDER = Path.of("/proc/sys/net/netfilter");
    private static final List<String> NAMES =
            List.of("nf_conntrack_buckets", "nf_conntrack_max", "nf_conntrack_expect_max");

    private MachineLimits() {}

    /** By the setting's name below {@code net.netfilter}; those that this kernel has. */
    public static Map<String, Long> read() throws IOException {
        Map<String, Long> limits = new TreeMap<>();
        for (String name : NAMES) {
            Path file = FOLDER.resolve(name);
            if (Files.exists(file)) {
                // In one read, as by lines: of a second one the kernel shows nothing.
                limits.put(name, Long.parseLong(Files.readAllLines(file).get(0).strip()));
            }
        }
        return limits;
    }
}
