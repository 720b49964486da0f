package io.ringway.replay.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A million conversations in one capture, in each {@link Mode}: what a conversation takes of memory, and whether frames
 * cost more as conversations grow in number. Prints what it measured; fails beyond the bounds below.
 */
public final class Million {
    private static final int FRAMES = 5;
    private static final int FEW = 1000;

    /** Of the replay's own, and of a comparison's in each model. */
    static final double MOST_BYTES = 300;

    /**
     * The last tenth of a run against its second: in the first the compiler is at work. More cache misses cost a tenth or two;
     * one look at all conversations for every so many frames makes the last tenth several times as dear. Other programs on the
     * machine can make up for half: a run that is beyond the bound is done again.
     */
    static final double MOST_RATIO = 1.5;

    private static final int TRIES = 3;

    private final Path folder;
    private final int conversations;
    private final List<String> faults = new ArrayList<>();
    private int modes;

    private Million(Path folder, int conversations) {
        this.folder = folder;
        this.conversations = conversations;
    }

    /** Takes how many conversations, and the modes if not all. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("ringway-million");
        try {
            Million million = new Million(folder, Integer.parseInt(arguments[0]));
            List<String> wanted = List.of(arguments).subList(1, arguments.length);
            for (Mode mode : Mode.values()) {
                if (wanted.isEmpty() || wanted.contains(mode.name())) {
                    million.measure(mode);
                }
            }
            million.faults.forEach(System.out::println);
            int failed = Math.min(million.modes, million.faults.size());
            System.out.printf("%d passed, %d failed, 0 skipped%n", million.modes - failed, failed);
            System.exit(million.faults.isEmpty() ? 0 : 1);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void measure(Mode mode) throws IOException {
        ConversationCapture warm = new ConversationCapture(20_000, FRAMES, 500, 20_000, 7);
        for (int i = 0; i < 3; i++) {
            MeteredReplay.warmUp(mode, warm, file(warm));
        }
        ConversationCapture of = new ConversationCapture(FEW, conversations / FEW * FRAMES, FEW, 20_000, 1);
        double few = new MeteredReplay(mode, of, file(of)).run().nsOfTenths(1, 10);
        ConversationCapture many = new ConversationCapture(conversations, FRAMES, conversations / 100, 20_000, 1);
        List<String> wrong = List.of("");
        for (int i = 0; i < TRIES && !wrong.isEmpty(); i++) {
            MeteredReplay run = new MeteredReplay(mode, many, file(many)).run();
            show(mode, few, run);
            wrong = judge(mode, run);
        }
        faults.addAll(wrong);
        modes++;
    }

    private Path file(ConversationCapture capture) throws IOException {
        Path file = folder.resolve(capture.conversations() + ".pcap");
        if (!Files.exists(file)) {
            capture.write(file);
        }
        return file;
    }

    private void show(Mode mode, double few, MeteredReplay run) {
        StringBuilder tenths = new StringBuilder();
        for (int tenth = 0; tenth < 10; tenth++) {
            tenths.append(String.format(Locale.ROOT, " %.0f", run.nsOfTenth(tenth)));
        }
        line("   %-10s ns a frame, by tenths:%s; the last is %.2f of the second", mode, tenths, growth(run));
        line(
                "   %-10s with garbage collection %.0f early, %.0f late; %d conversations of as many frames: %.0f",
                "", early(run), late(run), FEW, few);
        line(
                "   %-10s bytes a conversation: replay %.0f, comparison %.0f; connection in the model %.0f;"
                        + " behind the last frame %.1f s",
                "", run.bytesOfReplay(), run.bytesOfOutcomes(), run.bytesOfConntrack(), run.afterNs() / 1e9);
    }

    private static double growth(MeteredReplay run) {
        return run.nsOfTenth(9) / run.nsOfTenth(1);
    }

    private static double early(MeteredReplay run) {
        return run.nsOfTenths(1, 5);
    }

    private static double late(MeteredReplay run) {
        return run.nsOfTenths(6, 10);
    }

    private List<String> judge(Mode mode, MeteredReplay run) {
        List<String> wrong = new ArrayList<>();
        below(MOST_BYTES, Math.max(run.bytesOfReplay(), run.bytesOfOutcomes()), mode + ": bytes a conversation", wrong);
        below(MOST_RATIO, growth(run), mode + ": the last tenth against the second", wrong);
        below(MOST_RATIO, late(run) / early(run), mode + ": late against early, with garbage collection", wrong);
        double unlike = mode == Mode.COMPARED ? conversations / 100.0 : 1;
        below(unlike, conversations - run.complete(), mode + ": conversations not complete, or not alike", wrong);
        return wrong;
    }

    private static void below(double bound, double measured, String what, List<String> wrong) {
        if (measured >= bound) {
            wrong.add(String.format(Locale.ROOT, "%s: %.2f, which should be below %.2f", what, measured, bound));
        }
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
