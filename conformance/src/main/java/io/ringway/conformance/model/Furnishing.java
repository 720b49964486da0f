package io.ringway.conformance.model;

import io.ringway.conformance.kernel.Baseline;
import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import java.util.List;
import java.util.TreeSet;

/** Gives each new namespace the part of the {@link Baseline} that is not the model's own default. */
final class Furnishing {
    private final TreeSet<String> furnished = new TreeSet<>();

    void furnish(Network network) {
        for (Namespace namespace : network.namespaces()) {
            if (furnished.add(namespace.name())) {
                for (String scope : List.of("all", "default", "lo")) {
                    namespace.inertSettings().put("net/ipv6/conf/" + scope + "/disable_ipv6", "1");
                }
                namespace
                        .stack()
                        .settings()
                        .defaults()
                        .set(Setting.BASE_REACHABLE_TIME_MS, Baseline.BASE_REACHABLE_TIME_MS);
                namespace.stack().settings().defaults().set(Setting.PROXY_DELAY, 0);
            }
        }
    }
}
