package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A match that is read and printed as a dump has it, and that no packet meets; whoever loads a rule with it is told. What it
 * says is not checked further than by names.
 *
 * @param words the options as they were given, one after the other
 */
public record UnmodelledMatch(String name, String words) implements Match {
    /** Options whose value is printed in quotes. */
    private static final Set<String> QUOTED = Set.of("bytecode", "label");

    public static final List<Extension<Match>> ALL = List.of(
            kind("bpf", "bytecode", "object-pinned"),
            kind("cgroup", "!cgroup", "!path"),
            kind(
                    "cluster",
                    "!cluster-local-nodemask",
                    "!cluster-local-node",
                    "cluster-total-nodes",
                    "cluster-hash-seed"),
            kind("connlabel", "!label", "-set"),
            kind("devgroup", "!src-group", "!dst-group"),
            kind("osf", "!genre", "ttl", "log"),
            kind(
                    "policy",
                    "dir",
                    "pol",
                    "-strict",
                    "!reqid",
                    "!spi",
                    "!proto",
                    "!mode",
                    "!tunnel-dst",
                    "!tunnel-src",
                    "-next"),
            kind("realm", "!realm"));

    /** @param options each with a minus in front where no value follows, an exclamation mark where it can be inverted */
    private static Extension<Match> kind(String name, String... options) {
        ExtensionOption[] known = new ExtensionOption[options.length];
        for (int i = 0; i < options.length; i++) {
            String option = options[i].replaceFirst("^[-!]", "");
            known[i] = options[i].startsWith("-") ? ExtensionOption.flag(option, i) : ExtensionOption.valued(option, i);
            known[i] = options[i].startsWith("!") ? known[i].orInverted() : known[i];
        }
        return Extension.selfChecked(name, () -> new Reading(name, known), known);
    }

    private static final class Reading implements Extension.Reading<Match> {
        private final String name;
        private final ExtensionOption[] options;
        private final List<String> words = new ArrayList<>();

        Reading(String name, ExtensionOption[] options) {
            this.name = name;
            this.options = options;
        }

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            String option = options[id].name();
            words.add((inverted ? "! --" : "--") + option);
            if (options[id].argument()) {
                words.add(QUOTED.contains(option) ? '"' + argument + '"' : argument);
            }
        }

        @Override
        public Match finish(RuleHead head) {
            return new UnmodelledMatch(name, String.join(" ", words));
        }
    }

    /** Nothing here comes from IPsec, which a rule of the most common kind asks for. */
    private boolean holdsAlways() {
        return name.equals("policy") && words.contains("--pol none");
    }

    @Override
    public boolean matches(Packet packet) {
        return holdsAlways();
    }

    @Override
    public String warning() {
        return holdsAlways() ? null : "-m " + name + " is not modelled and never matches";
    }

    @Override
    public void save(StringBuilder out) {
        out.append(words.isEmpty() ? "" : " ").append(words);
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(' ').append(name);
        save(out);
    }
}
