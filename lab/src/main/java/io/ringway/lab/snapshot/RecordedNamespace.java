package io.ringway.lab.snapshot;

import io.ringway.engine.Network;
import io.ringway.lab.LabCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A network namespace that a snapshot shows: who is in it, what its tools printed. */
final class RecordedNamespace {
    private final Section facts;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<RecordedLink> links = new ArrayList<>();
    private final List<String> containers = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();

    /** By the numbers by which this one knows them. */
    private final Map<Integer, RecordedNamespace> others = new TreeMap<>();

    private String name = "";
    private boolean self;

    /** @param facts lines such as {@code name blue}, {@code container ID NAME}, {@code process 4711}, {@code self} */
    RecordedNamespace(Section facts) {
        this.facts = facts;
        String last = "net-" + id();
        for (Section.Line line : facts.lines()) {
            String[] words = line.text().split(" ", 2);
            String value = words.length < 2 ? "" : words[1];
            switch (words[0]) {
                case "self" -> self = true;
                case "name" -> aliases.add(value);
                case "container" -> {
                    String[] idAndName = value.split(" ", 2);
                    containers.add(idAndName[idAndName.length - 1]);
                    aliases.add(idAndName[0]);
                }
                case "process" -> last = "pid-" + value;
                default -> {
                    // What a later script may say of it.
                }
            }
        }
        name = named(last);
        aliases.addAll(containers);
        aliases.remove(name);
    }

    /** The host, a name of {@code ip netns}, that of the container that was there first, or else what is left. */
    private String named(String last) {
        if (self) {
            return Network.HOST;
        }
        for (Section.Line line : facts.lines()) {
            if (line.text().startsWith("name ")) {
                return line.text().substring("name ".length());
            }
        }
        // As docker ps lists them: the youngest comes first.
        return containers.isEmpty() ? last : containers.get(containers.size() - 1);
    }

    void add(Section section) {
        sections.putIfAbsent(section.command(), section);
    }

    void add(RecordedLink link) {
        links.add(link);
    }

    Section facts() {
        return facts;
    }

    /** The inode. */
    String id() {
        return facts.namespace();
    }

    String name() {
        return name;
    }

    void rename(String other) {
        name = other;
    }

    /** Other names of it, and ids of its containers. */
    List<String> aliases() {
        return aliases;
    }

    /** Whether the script ran in it. */
    boolean isSelf() {
        return self;
    }

    /** How commands name it. */
    String commandName() {
        return self ? LabCommand.UNNAMED : name;
    }

    /** By number. */
    List<RecordedLink> links() {
        return links;
    }

    /** Null when there is none. */
    RecordedLink link(String wanted) {
        return links.stream()
                .filter(link -> link.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** Null when there is none. */
    RecordedLink link(int ifindex) {
        return links.stream()
                .filter(link -> link.ifindex() == ifindex)
                .findFirst()
                .orElse(null);
    }

    /** Null when the snapshot does not have it. */
    Section section(String command) {
        return sections.get(command);
    }

    Map<Integer, RecordedNamespace> others() {
        return others;
    }

    @Override
    public String toString() {
        return name;
    }
}
