package io.ringway.cli;

import io.ringway.conformance.ConformRequest;
import io.ringway.replay.Replay;
import io.ringway.replay.request.Gso;
import io.ringway.replay.request.ReplayException;
import picocli.CommandLine.Option;

/** What is done to captured frames before they enter: {@code --fixcsum}, {@code --fixlen}, {@code --gso}. */
final class RepairOptions {
    @Option(
            names = "--fixcsum",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Complete checksums that senders had left to their devices (on; --no-fixcsum keeps them).")
    private boolean fixChecksums;

    @Option(
            names = "--fixlen",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Fill packets up that a snapshot length cut (on; --no-fixlen keeps them).")
    private boolean fixLengths;

    @Option(
            names = "--gso",
            paramLabel = "keep|split",
            defaultValue = "keep",
            description =
                    "Frames that stand for several segments: go as they are (keep), or are cut to the MTU (split).")
    private String gso;

    void applyTo(Replay replay) {
        replay.sending().gso(gso());
        if (!fixLengths) {
            replay.sending().keepLengths();
        }
        if (!fixChecksums) {
            replay.keepChecksums();
        }
    }

    /** For both sides of a comparison. */
    ConformRequest.Repairs forBothSides() {
        return new ConformRequest.Repairs(fixLengths, fixChecksums, gso());
    }

    private Gso gso() {
        return switch (gso) {
            case "keep" -> Gso.KEEP;
            case "split" -> Gso.SPLIT;
            default -> throw ReplayException.usage("--gso " + gso + ": keep or split");
        };
    }
}
