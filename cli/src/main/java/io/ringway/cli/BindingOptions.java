package io.ringway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringway.replay.Replay;
import io.ringway.replay.binding.Binding;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.report.ReportJson;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --host}, {@code --port}, {@code --bind}, {@code --capture}: a capture's hosts bound to the model's. */
final class BindingOptions {
    @Option(
            names = "--host",
            paramLabel = "ADDRESS[/N]=NS",
            description = "Hosts of the captures that NS of the model stands for; the longest prefix wins. NS may be an"
                    + " address that one has, NS@ADDRESS for one that others know by that address, or \"outside\", as"
                    + " for an address that nobody has. Repeatable.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "CAPTURE=MODEL",
            description = "What goes to that port in the captures goes to another one in the model; repeatable.")
    private List<String> ports = new ArrayList<>();

    @Option(names = "--bind", paramLabel = "auto", description = "Bind the rest by who talks to whom; says the flags.")
    private String bind;

    @Option(
            names = "--capture",
            paramLabel = "FILE",
            description = "A capture whose hosts are bound by --host; the same as --in FILE. Repeatable.")
    private List<Path> captures = new ArrayList<>();

    @Option(
            names = "--follow-nat",
            description = "Send recorded answers at interfaces, too, to the addresses and ports that their side saw.")
    private boolean followNat;

    @Option(
            names = "--verdicts",
            description = "What became of each conversation: complete, cut, never started. Always with --host.")
    private boolean verdicts;

    private boolean bound;
    private List<String> flags = List.of();

    /** Prints the report for people. */
    void print(ReplayReport report, PrintWriter out) {
        new ReportText(report, verdicts || bound).print(out);
    }

    /** @param expected how the model differs from what was captured, null where that was not asked */
    void printJson(ReplayReport report, JsonNode expected, PrintWriter out) {
        if (verdicts || bound) {
            ReportJson.printJudged(report, flags, expected, out);
        } else {
            ReportJson.print(report, expected, out);
        }
        out.println();
        out.flush();
    }

    /**
     * Feeds all captures.
     *
     * @param err told of the flags that were proposed
     */
    void applyTo(Replay replay, List<CaptureOption> inputs, PrintWriter err) throws IOException {
        if (followNat) {
            replay.binding().followNat();
        }
        List<Path> plain = new ArrayList<>();
        for (CaptureOption input : inputs) {
            if (input.isPlain()) {
                plain.add(input.file());
            } else {
                input.feed(replay);
            }
        }
        plain.addAll(captures);
        if (plain.isEmpty() && inputs.isEmpty()) {
            throw ReplayException.usage("Missing required option: '--in=NS:IF=FILE[,in]'");
        }
        bind(replay, plain, err);
    }

    private void bind(Replay replay, List<Path> plain, PrintWriter err) throws IOException {
        boolean binds = bind != null || !hosts.isEmpty();
        if (!binds && !plain.isEmpty()) {
            throw ReplayException.usage("\"" + plain.get(0) + "\" should read NS:IF=FILE, as in nginx:eth0=nginx.pcap;"
                    + " a file alone needs --host ADDRESS=NS, or --bind auto");
        }
        if (plain.isEmpty() && (binds || !ports.isEmpty())) {
            throw ReplayException.usage("--host, --port and --bind are about captures given as --in FILE");
        }
        Binding binding = replay.binding();
        if (bind != null && !bind.equals("auto")) {
            throw ReplayException.usage("--bind \"" + bind + "\": it takes \"auto\"");
        }
        hosts.forEach(binding::host);
        ports.forEach(binding::port);
        if (bind != null) {
            List<String> proposed = binding.propose(plain);
            err.println("ringway: bound by " + (proposed.isEmpty() ? "nothing more" : String.join(" ", proposed)));
            binding.notes().forEach(note -> err.println("ringway: --bind auto: " + note));
        }
        for (Path capture : plain) {
            replay.capture(capture);
        }
        bound = !plain.isEmpty();
        flags = binding.flags();
    }
}
