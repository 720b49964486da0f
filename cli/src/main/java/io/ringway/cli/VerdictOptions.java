package io.ringway.cli;

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

    /**
     * After the run: prints behind the report how the model differs from what was captured.
     *
     * @param report as JSON; null where it was printed for people
     * @return whether nothing differs
     */
    boolean judge(String report, PrintWriter out) throws IOException {
        boolean passed = ofModel.judge();
        if (report == null) {
            out.println();
            ofModel.print(out);
        } else {
            ObjectNode root = (ObjectNode) JSON.readTree(report);
            root.set("expect_out", ofModel.json());
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
        }
        out.flush();
        return passed;
    }

    /** After both runs: the conversations that fare otherwise, then how each model differs from what was captured. */
    boolean judge(ModelComparison comparison, boolean json, PrintWriter out) throws IOException {
        boolean passed = ofModel.judge() & ofOther.judge();
        if (json) {
            ObjectNode root = (ObjectNode) JSON.readTree(ComparisonJson.print(comparison));
            if (expects()) {
                root.putObject("expect_out")
                        .<ObjectNode>set("a", ofModel.json())
                        .set("b", ofOther.json());
            }
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
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
