package io.ringway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.replay.Ringway;
import io.ringway.replay.comparison.ComparisonJson;
import io.ringway.replay.comparison.ModelComparison;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** With what the outcome of a replay is compared. */
final class VerdictOptions {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--against",
            arity = "1..*",
            paramLabel = "LAB",
            description = "Replay through this model, too, and list the conversations that fare otherwise there.")
    private List<Path> against = new ArrayList<>();

    @Option(
            names = "--expect-out",
            paramLabel = "NS:IF=FILE[,in|out]",
            converter = CaptureOption.Converter.class,
            description = "Compare what the model shows there with what was really captured there; repeatable.")
    private List<CaptureOption> expected = new ArrayList<>();

    @Option(
            names = "--no-promiscuous-mode",
            description =
                    "The captures of --expect-out were taken by tcpdump -p: a bridge shows only what is for the host.")
    private boolean passive;

    private Expectations ofModel;
    private Expectations ofOther;

    /** Reads what is expected, and has the model observed. */
    void applyTo(Ringway ringway) throws IOException {
        ofModel = Expectations.of(ringway, expected, passive);
    }

    /** The same of the model that it is compared with. */
    void applyToOther(Ringway ringway) throws IOException {
        ofOther = Expectations.of(ringway, expected, passive);
    }

    boolean expects() {
        return !expected.isEmpty();
    }

    /** After the run: whether the model shows what was captured, where that is asked. */
    boolean judge() {
        return ofModel.judge();
    }

    /** How the model differs from what was captured, for the report; null where that is not asked. */
    JsonNode json() {
        return expects() ? ofModel.json() : null;
    }

    /** The same for people, behind the report. */
    void print(PrintWriter out) {
        if (expects()) {
            out.println();
            ofModel.print(out);
        }
        out.flush();
    }

    /** After both runs: the conversations that fare otherwise, then how each model differs from what was captured. */
    boolean judge(ModelComparison comparison, boolean json, PrintWriter out) {
        boolean passed = ofModel.judge() & ofOther.judge();
        if (json) {
            JsonNode both =
                    JSON.createObjectNode().<ObjectNode>set("a", ofModel.json()).set("b", ofOther.json());
            ComparisonJson.print(comparison, expects() ? both : null, out);
            out.println();
        } else {
            AgainstText.print(comparison, out);
            for (int i = 0; i < ofModel.size(); i++) {
                out.println();
                ofModel.print("A: ", i, out);
                ofOther.print("B: ", i, out);
            }
        }
        out.flush();
        return passed && comparison.differences().isEmpty();
    }

    /** Before anything is read. */
    void check(List<CaptureOption> inputs) {
        if (!against.isEmpty() && inputs.stream().anyMatch(input -> Path.of("-").equals(input.file()))) {
            throw ReplayException.usage("--against: standard input can be read only once, not for two models");
        }
    }

    /** Files of the other model; empty where there is none. */
    List<Path> against() {
        return against;
    }
}
