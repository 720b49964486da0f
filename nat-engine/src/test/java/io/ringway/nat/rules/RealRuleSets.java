package io.ringway.nat.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rule sets that {@code src/test/kernel/record-rule-sets.sh} recorded from the programs themselves. */
final class RealRuleSets {
    static final List<String> NAMES = List.of("docker", "ufw", "firewalld", "kube-proxy");

    private RealRuleSets() {}

    /** What iptables-save -c printed, without comments. */
    static String load(String file) {
        try (InputStream in = RealRuleSets.class.getResourceAsStream("sets/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.startsWith("#") ? text.substring(text.indexOf('\n') + 1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
