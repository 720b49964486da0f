package io.ringway.conformance.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the real tools show of a namespace, under the keys of {@code --state}. */
public final class KernelState {
    /** The key of the connections. */
    public static final String CONNTRACK = "conntrack";

    /** The key of what was counted about connections. */
    public static final String STATISTICS = "conntrack-S";

    private static final Map<String, List<String>> TOOLS = tools();

    private final KernelLab lab;

    public KernelState(KernelLab lab) {
        this.lab = lab;
    }

    private static Map<String, List<String>> tools() {
        Map<String, List<String>> tools = new LinkedHashMap<>();
        tools.put(CONNTRACK, List.of("conntrack", "-L"));
        tools.put(STATISTICS, List.of("conntrack", "-S"));
        tools.put("ipset", List.of("ipset", "save"));
        tools.put("neigh", List.of("ip", "-j", "neigh"));
        tools.put("fdb", List.of("bridge", "-j", "fdb"));
        tools.put("link", List.of("ip", "-j", "-s", "link"));
        tools.put("iptables", List.of("iptables-save", "-c"));
        tools.put("route", List.of("ip", "-j", "route"));
        tools.put("rule", List.of("ip", "-j", "rule"));
        tools.put("nstat", List.of("nstat", "-asz"));
        return tools;
    }

    /** In the order in which they are taken: what moves with time first. */
    public static List<String> keys() {
        return new ArrayList<>(TOOLS.keySet());
    }

    /** The tool's output. */
    public String read(String namespace, String key) {
        List<String> argv = new ArrayList<>(List.of(lab.namespace(namespace).prefix()));
        argv.addAll(TOOLS.get(key));
        return Programs.mustRun(argv, null);
    }
}
