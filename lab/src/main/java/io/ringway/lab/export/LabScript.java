package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.lab.Lab;
import io.ringway.lab.LabRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of a lab that is being written, quoted as bash wants them. */
final class LabScript {
    private final Network network;
    private final StringBuilder text = new StringBuilder("#!/bin/bash\n# A model, exported by Ringway.\n");
    private boolean blank;
    private Network built;

    LabScript(Network network) {
        this.network = network;
    }

    Network network() {
        return network;
    }

    /** The namespace as a model has it that was built from the lines up to the first such question. */
    Namespace built(Namespace namespace) {
        if (built == null) {
            built = new Network(new Kernel(1));
            new LabRunner(built).run(Lab.parse("export", text.toString()));
        }
        return namespace == network.first() ? built.first() : built.namespace(namespace.name());
    }

    /** A blank line before the next command, if one comes. */
    void blank() {
        blank = true;
    }

    void line(String... words) {
        line(Arrays.asList(words), "");
    }

    /** {@code ip} in a namespace. */
    void ip(Namespace namespace, String... words) {
        List<String> all = new ArrayList<>(List.of("ip"));
        if (namespace != network.first()) {
            all.addAll(List.of("-n", namespace.name()));
        }
        all.addAll(Arrays.asList(words));
        line(all, "");
    }

    /** Any program in a namespace. */
    void run(Namespace namespace, String... words) {
        line(inside(namespace, words), "");
    }

    /** A program with a heredoc. */
    void feed(Namespace namespace, String stdin, String... words) {
        line(inside(namespace, words), " <<'EOF'\n" + stdin + "EOF");
    }

    private List<String> inside(Namespace namespace, String... words) {
        List<String> all = new ArrayList<>();
        if (namespace != network.first()) {
            all.addAll(List.of("ip", "netns", "exec", namespace.name()));
        }
        all.addAll(Arrays.asList(words));
        return all;
    }

    private void line(List<String> words, String end) {
        text.append(blank ? "\n" : "");
        blank = false;
        text.append(words.stream().map(LabScript::quoted).collect(Collectors.joining(" ")))
                .append(end)
                .append('\n');
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9@%_+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
