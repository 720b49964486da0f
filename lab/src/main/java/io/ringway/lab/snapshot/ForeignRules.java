package io.ringway.lab.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules that decide about packets of a namespace and that {@code iptables-save} does not show: told, never done. */
final class ForeignRules {
    private static final String TABLES = "nft list tables";
    private static final String CHAINS = "nft list chains";

    /** Tables that iptables and ip6tables keep in nftables. */
    private static final String OF_IPTABLES = "table ip6? (filter|nat|mangle|raw|security)";

    /** {@code type filter hook forward priority filter + 10; policy accept;} */
    private static final Pattern HOOK = Pattern.compile("\\s*type (\\w+) hook (\\w+).*");

    private static final Pattern NO_ACCEPT = Pattern.compile(":(\\S+) DROP .*");

    private final RecordedNamespace namespace;

    /** In words, and where it stands. */
    private final Map<String, Section.Line> found = new LinkedHashMap<>();

    private final Map<String, Section> sections = new LinkedHashMap<>();

    ForeignRules(RecordedNamespace namespace) {
        this.namespace = namespace;
        if (!chains(namespace.section(CHAINS))) {
            tables(namespace.section(TABLES));
        }
        others("iptables-legacy");
        others("iptables-nft");
    }

    /** Each once, such as "nftables' own table inet firewalld (at forward)". */
    List<String> words() {
        return List.copyOf(found.keySet());
    }

    void tell(Warnings warnings) {
        found.forEach((words, line) -> {
            Section section = sections.get(words);
            warnings.add(
                    line == null ? section.position() : section.at(line),
                    namespace.name(),
                    words + ": not modelled, and what it drops or translates the model lets pass");
        });
    }

    private boolean chains(Section section) {
        if (section == null || !section.worked()) {
            return false;
        }
        String table = "";
        Section.Line at = null;
        List<String> hooks = new ArrayList<>();
        for (Section.Line line : section.lines()) {
            if (line.text().startsWith("table ")) {
                table = line.text().replaceFirst("\\s*\\{\\s*$", "");
                at = line;
                hooks.clear();
            }
            Matcher hook = HOOK.matcher(line.text());
            if (hook.matches() && !hooks.contains(hook.group(2))) {
                hooks.add(hook.group(2));
            }
            boolean ends = line.text().equals("}");
            if (ends && !hooks.isEmpty() && !table.matches(OF_IPTABLES)) {
                add(section, at, "nftables' own " + table + " (at " + String.join(", ", hooks) + ")");
            }
        }
        return true;
    }

    private void tables(Section section) {
        if (section == null || !section.worked()) {
            return;
        }
        for (Section.Line line : section.lines()) {
            if (line.text().startsWith("table ") && !line.text().matches(OF_IPTABLES)) {
                add(section, line, "nftables' own " + line.text());
            }
        }
    }

    /** The rules of the other kind of iptables stand beside those of the one that answers to that name. */
    private void others(String tool) {
        Section section = namespace.section(tool + "-save -c");
        if (section == null || !section.worked()) {
            return;
        }
        List<String> policies = new ArrayList<>();
        boolean rules = false;
        for (Section.Line line : section.lines()) {
            Matcher policy = NO_ACCEPT.matcher(line.text());
            if (policy.matches()) {
                policies.add(policy.group(1));
            }
            rules |= line.text().contains(" -A ") || line.text().startsWith("-A ");
        }
        if (rules || !policies.isEmpty()) {
            String words = rules ? "rules of " + tool : "policies of " + tool;
            add(
                    section,
                    null,
                    words + (policies.isEmpty() ? "" : " (policy DROP of " + String.join(", ", policies) + ")"));
        }
    }

    private void add(Section section, Section.Line line, String words) {
        found.put(words, line);
        sections.put(words, section);
    }
}
