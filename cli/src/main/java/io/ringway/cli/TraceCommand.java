package io.ringway.cli;

import io.ringway.replay.Ringway;
import io.ringway.replay.probe.Probe;
import io.ringway.replay.probe.ProbeJson;
import io.ringway.replay.probe.ProbeReport;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ringway trace}: one conversation's first packet and its reply, hop by hop. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Sends one conversation's first packet, and shows its way and its reply's, hop by hop.",
        footer = {
            "",
            "Examples:",
            "  ringway trace host.snapshot --from 203.0.113.9 --to 192.0.2.10 --tcp 8080",
            "  ringway trace lab.sh --from web --to db --tcp 5432 --do 'iptables -P FORWARD ACCEPT'"
        })
final class TraceCommand implements Callable<Integer> {
    private static final Set<String> EXPECTATIONS =
            Set.of("delivered", "dropped", "rejected", "unreachable", "accepted", "refused", "none");

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabOptions lab;

    @Option(
            names = "--from",
            paramLabel = "NS",
            description = "Who sends: a namespace, an address that one has, or one outside.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "NS|IP[:PORT]",
            description = "Whom to: a namespace (its nearest address), or an address.")
    private String to;

    @ArgGroup
    private Protocol protocol;

    /** Which of the three. */
    static final class Protocol {
        @Option(names = "--tcp", paramLabel = "PORT", description = "A SYN to that port.")
        private Integer tcp;

        @Option(names = "--udp", paramLabel = "PORT", description = "A datagram to that port.")
        private Integer udp;

        @Option(names = "--icmp", description = "An echo request.")
        private boolean icmp;
    }

    @Option(names = "--sport", paramLabel = "N", description = "Source port, or id of the echo request (40000).")
    private int sourcePort = Probe.DEFAULT_SOURCE_PORT;

    @Option(
            names = "--expect",
            paramLabel = "WORD",
            description = "Exit with 1 unless verdict (delivered, dropped, rejected, unreachable) or answer (accepted,"
                    + " refused, none) is this.")
    private String expected;

    @Option(
            names = "--probes",
            paramLabel = "FILE",
            description =
                    "Many at once: lines such as {\"id\":1,\"from\":\"a\",\"to\":\"b\",\"proto\":\"tcp\",\"port\":80}.")
    private Path probes;

    @Mixin
    private KnownConnections connections;

    @Option(
            names = "--do",
            paramLabel = "CMD",
            description = "A lab command that is done in the model first, whatever a snapshot records; repeatable.")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--json", description = "Print the answer as JSON, one line for each probe.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (expected != null && !EXPECTATIONS.contains(expected)) {
            throw ReplayException.usage(
                    "--expect " + expected + ": delivered, dropped, rejected, unreachable, accepted, refused or none");
        }
        lab.readBeside(Stream.concat(connections.paths(), Stream.ofNullable(probes)));
        List<Probe> all = probes == null ? List.of(single()) : many();
        Ringway ringway = lab.load();
        connections.applyTo(ringway);
        changes.forEach(ringway::command);
        Failure.warn(spec, ringway.warnings());
        PrintWriter out = spec.commandLine().getOut();
        int missed = 0;
        for (Probe probe : all) {
            ProbeReport report = ringway.probe(probe);
            if (json || probes != null) {
                out.println(ProbeJson.print(report));
            } else {
                new ProbeText(report).print(out);
            }
            if (expected != null && !report.is(expected)) {
                missed++;
                spec.commandLine().getErr().println("ringway: " + missed(report));
            }
        }
        out.flush();
        return missed == 0 ? 0 : Failure.FAILED;
    }

    private String missed(ProbeReport report) {
        String id = report.probe().id();
        return (id.isEmpty() ? "" : "probe " + id + ": ") + "expected " + expected + ", but the packet was "
                + report.verdict().word() + " and the answer is "
                + report.answer().word();
    }

    private Probe single() {
        if (from == null || to == null) {
            throw ReplayException.usage("trace: --from NS and --to NS|IP[:PORT] are needed, or --probes FILE");
        }
        if (protocol == null) {
            throw ReplayException.usage("trace: one of --tcp PORT, --udp PORT and --icmp is needed");
        }
        String name = protocol.tcp != null ? "tcp" : protocol.udp != null ? "udp" : "icmp";
        int port = protocol.tcp != null ? protocol.tcp : protocol.udp != null ? protocol.udp : 0;
        if (!protocol.icmp && port < 1) {
            throw ReplayException.usage("--" + name + " " + port + ": ports are 1 to 65535");
        }
        return Probe.of("", from, to, name, port, sourcePort);
    }

    private List<Probe> many() throws IOException {
        if (from != null || to != null || protocol != null) {
            throw ReplayException.usage(
                    "trace: --probes names all ends itself; leave --from, --to and the protocol out");
        }
        List<String> lines;
        try {
            lines = StandardInput.lines(probes);
        } catch (MalformedInputException e) {
            throw ReplayException.usage(probes + ": not text");
        }
        List<Probe> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                all.add(ProbeJson.read(lines.get(i), probes + ":" + (i + 1)));
            }
        }
        if (all.isEmpty()) {
            throw ReplayException.usage(probes + ": holds no probe");
        }
        return all;
    }
}
