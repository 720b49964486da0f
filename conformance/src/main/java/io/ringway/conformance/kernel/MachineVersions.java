package io.ringway.conformance.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which kernel and which tools are the judge. */
public final class MachineVersions {
    private MachineVersions() {}

    /** In their own words, by name. */
    public static Map<String, String> read() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("kernel", System.getProperty("os.name") + " " + release());
        versions.put("iproute2", Programs.mustRun("ip", "-V").strip());
        versions.put("iptables", Programs.mustRun("iptables", "-V").strip());
        versions.put("conntrack", Programs.mustRun("conntrack", "-V").strip());
        versions.put("nft", Programs.mustRun(List.of("nft", "-v"), null).strip());
        return versions;
    }

    /** Without what a distributor, or a machine's owner, adds to it. */
    private static String release() {
        return System.getProperty("os.version").replaceFirst("[^0-9.].*", "");
    }
}
