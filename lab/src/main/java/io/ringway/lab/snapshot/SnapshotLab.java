package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringway.engine.Network;
import io.ringway.lab.LabCommand;
import io.ringway.lab.LabException;
import io.ringway.lab.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lab that makes again what snapshots show: namespaces, what they look like, then what is in them. Of two snapshots
 * that show a namespace of one name, the first counts.
 *
 * @param commands each done once already in a model of their own
 * @param aliases other names of namespaces, ids of containers among them
 * @param warnings what the user should know, one line each
 * @param record what else is known of the hosts
 */
public record SnapshotLab(
        List<LabCommand> commands, Map<String, String> aliases, List<String> warnings, HostRecord record) {
    private static final List<Step> STEPS = List.of(
            new PortSteps(),
            new SettingSteps(true),
            new AddressSteps(),
            AddressSteps::portStates,
            new RouteSteps(),
            new RuleSteps(),
            new NeighbourSteps(),
            new FdbSteps(),
            new TableSteps(),
            new Lacking());

    /**
     * @param beside commands of labs; they come behind, without those that say what a snapshot records
     * @throws LabException with its place, for output of a tool that cannot be read
     */
    public static SnapshotLab of(List<SnapshotFile> files, List<LabCommand> beside) {
        return new Builder().build(files, beside);
    }

    private static final class Builder {
        private final Warnings warnings = new Warnings();
        private final Map<String, RecordedNamespace> byName = new LinkedHashMap<>();

        private SnapshotLab build(List<SnapshotFile> files, List<LabCommand> beside) {
            List<List<RecordedNamespace>> each = new ArrayList<>();
            files.forEach(file -> each.add(namespaces(file)));
            Reconstruction model = new Reconstruction(warnings);
            List<RecordedNamespace> all = new ArrayList<>(byName.values());
            for (RecordedNamespace namespace : all) {
                if (!namespace.isSelf()) {
                    model.runAtHost(namespace.facts(), namespace, List.of("ip", "netns", "add", namespace.name()));
                }
            }
            all.removeIf(namespace -> model.built(namespace) == null);
            for (RecordedNamespace namespace : all) {
                new SettingSteps(false).run(namespace, model);
            }
            for (List<RecordedNamespace> ofFile : each) {
                ofFile.retainAll(all);
                Cables cables = new Cables(ofFile);
                ofFile.forEach(namespace -> NamespaceNumbers.give(namespace, model));
                new LinkSteps(cables, model).run(ofFile);
            }
            for (Step step : STEPS) {
                all.forEach(namespace -> step.run(namespace, model));
            }
            Map<String, String> aliases = new LinkedHashMap<>();
            for (RecordedNamespace namespace : all) {
                namespace.aliases().forEach(alias -> aliases.putIfAbsent(alias, namespace.name()));
            }
            HostRecord record = new RecordBuilder(warnings).build(files, each, all);
            RecordedFacts facts = new RecordedFacts();
            all.forEach(facts::add);
            List<String> told = new ArrayList<>(warnings.lines());
            List<LabCommand> commands = new ArrayList<>(model.commands());
            commands.addAll(facts.without(beside, told));
            return new SnapshotLab(commands, aliases, told, record);
        }

        /** Those of one file that no file before it has; its host first. */
        private List<RecordedNamespace> namespaces(SnapshotFile file) {
            Map<String, RecordedNamespace> byId = new LinkedHashMap<>();
            for (Section section : file.sections()) {
                if (section.command().equals("namespace")) {
                    byId.putIfAbsent(section.namespace(), new RecordedNamespace(section));
                } else if (byId.containsKey(section.namespace())) {
                    byId.get(section.namespace()).add(section);
                }
            }
            List<RecordedNamespace> own = new ArrayList<>();
            for (RecordedNamespace namespace : byId.values()) {
                if (!isTaken(namespace, file) && readLinks(namespace)) {
                    byName.put(namespace.name(), namespace);
                    own.add(namespace);
                }
            }
            if (byId.isEmpty()) {
                SourcePosition whole = new SourcePosition(file.name(), 0, 0);
                throw new LabException(whole, "", "the snapshot shows no network namespace", LabException.USAGE);
            }
            NamespaceNumbers.read(own, byId);
            return own;
        }

        private boolean isTaken(RecordedNamespace namespace, SnapshotFile file) {
            RecordedNamespace other = byName.get(namespace.name());
            if (other == null) {
                return false;
            }
            if (other.facts().position().file().equals(file.name())) {
                namespace.rename(namespace.name() + "-" + namespace.id());
                return false;
            }
            warnings.add(
                    namespace.facts(),
                    namespace,
                    "left out: it is recorded at " + other.facts().position() + " already");
            return true;
        }

        private static String reason(String complaint) {
            if (complaint.contains("BusyBox")) {
                return "its ip is busybox's, which prints no JSON: iproute2 (4.20 or later) is needed there";
            }
            boolean gone = complaint.matches("nsenter: .*No such file or directory");
            return gone ? "it went away while the host was read" : complaint;
        }

        /** False when nothing is known of a namespace. */
        private boolean readLinks(RecordedNamespace namespace) {
            Section section = namespace.section(LinkSteps.ADDRESSES);
            if (section != null && section.worked()) {
                for (JsonNode link : section.objects()) {
                    namespace.add(new RecordedLink(namespace, link));
                }
                return true;
            }
            Section blamed = section == null ? namespace.facts() : section;
            String why = section == null ? "\"" + LinkSteps.ADDRESSES + "\" is missing" : reason(section.complaint());
            if (namespace.name().equals(Network.HOST)) {
                throw new LabException(
                        blamed.position(), "", "nothing is known of the host: " + why, LabException.USAGE);
            }
            warnings.add(blamed, namespace, "left out: nothing is known of it: " + why);
            return false;
        }
    }
}
