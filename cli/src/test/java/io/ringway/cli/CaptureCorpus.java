package io.ringway.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Replays captures that nobody chose, in several ways each, and says which of them was not answered as promised. */
final class CaptureCorpus {
    private static final List<List<String>> WAYS = List.of(
            List.of("web:eth0=FILE", "--rewrite-mac"),
            List.of("web:eth0=FILE", "--rewrite-mac", "--gso", "split", "--no-fixlen", "--loop", "2"),
            List.of("web:eth0=FILE,in"),
            List.of("web:eth0=FILE,both"),
            List.of("web:@ip=FILE"),
            List.of("web:eth0=FILE,in,both", "--gso", "split"),
            List.of("web:eth0=FILE,any", "--no-fixcsum"),
            List.of("web:eth0=FILE", "--rewrite-mac", "--verdicts", "--follow-nat", "--", "ip and not port 53"),
            List.of("FILE", "--host", "0.0.0.0/0=web", "--host", "10.0.0.0/8=srv", "--host", "192.168.0.0/16=srv"),
            List.of("FILE", "--bind", "auto", "--gso", "split", "--port", "80=8080"));

    private final String lab;
    private final Path scratch;
    private int delivered;
    private int refused;
    private int failed;

    /** What srv has to say is nothing, so that it takes all that arrives. */
    private CaptureCorpus(String lab, Path scratch) throws IOException {
        this.lab = lab;
        this.scratch = scratch;
        ByteBuffer none =
                ByteBuffer.allocate(24).putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
        Files.write(
                scratch.resolve("none.pcap"),
                none.putInt(16, 65535).putInt(20, 1).array());
    }

    /**
     * Arguments: the lab, a file that lists captures, and where the results go; with a fourth, for how many seconds captures of
     * them are damaged first, in ever new ways.
     */
    public static void main(String[] arguments) throws IOException {
        CaptureCorpus corpus = new CaptureCorpus(arguments[0], Files.createTempDirectory("captures"));
        List<String> files = Files.readAllLines(Path.of(arguments[1]));
        if (arguments.length > 3) {
            corpus.damage(files, System.nanoTime() + Long.parseLong(arguments[3]) * 1_000_000_000L);
            System.exit(corpus.failed == 0 ? 0 : 1);
        }
        try (BufferedWriter results = Files.newBufferedWriter(Path.of(arguments[2]))) {
            for (String file : files) {
                for (List<String> way : WAYS) {
                    results.write(corpus.replay(file, way));
                    results.newLine();
                }
            }
        }
        System.out.println("   " + files.size() + " captures in " + WAYS.size() + " ways: " + corpus.delivered
                + " delivered, " + corpus.refused + " refused or delivered nothing, with a message");
        System.out.println((corpus.delivered + corpus.refused) + " passed, " + corpus.failed + " failed, 0 skipped");
        System.exit(corpus.failed == 0 ? 0 : 1);
    }

    /** What fails is kept. */
    private void damage(List<String> files, long endNs) throws IOException {
        int seed = 0;
        while (System.nanoTime() < endNs) {
            DamagedCapture damaged = DamagedCapture.of(files, seed++);
            Path file = Files.write(scratch.resolve("damaged-" + seed), damaged.bytes());
            int before = failed;
            replay(file.toString(), WAYS.get(damaged.way(WAYS.size())));
            if (failed == before) {
                Files.delete(file);
            }
        }
        System.out.println("   " + seed + " damaged captures: " + delivered + " delivered, " + refused
                + " refused or delivered nothing, with a message");
        System.out.println((delivered + refused) + " passed, " + failed + " failed, 0 skipped");
    }

    private String replay(String file, List<String> way) {
        List<String> words = new ArrayList<>(
                List.of("replay", lab, "--json", "--in", way.get(0).replace("FILE", file)));
        words.addAll(List.of("--in", "srv:eth0=" + scratch.resolve("none.pcap")));
        words.addAll(List.of("--trace", scratch.resolve("trace").toString()));
        words.addAll(List.of("--out", "srv:eth0=" + scratch.resolve("srv.pcap")));
        words.addAll(List.of("--drops", scratch.resolve("drops.pcapng").toString()));
        words.addAll(way.subList(1, way.size()));
        long started = System.nanoTime();
        Run run = run(words);
        long tookMs = (System.nanoTime() - started) / 1_000_000;
        String problem = problem(run);
        if (problem.isEmpty()) {
            delivered += run.exitCode() == 0 ? 1 : 0;
            refused += run.exitCode() == 0 ? 0 : 1;
        } else {
            failed++;
            System.out.println("   FAILED: " + problem + ": ringway " + String.join(" ", words));
            run.err().lines().limit(20).forEach(line -> System.out.println("      " + line));
        }
        return String.join(
                "\t",
                Integer.toString(run.exitCode()),
                Long.toString(tookMs),
                String.join(" ", way),
                file,
                run.err().strip().replace('\n', '|'));
    }

    /** A fault of Ringway's own comes out as the stack trace that it would print. */
    private static Run run(List<String> words) {
        try {
            return Run.ringway(words.toArray(new String[0]));
        } catch (RuntimeException | Error e) {
            return new Run(99, "", e + "\n\tat " + List.of(e.getStackTrace()));
        }
    }

    private static String problem(Run run) {
        boolean refusedByLibpcap = run.exitCode() == 2 && run.err().contains("expression rejects all packets");
        if (run.err().contains("\tat ") || (run.exitCode() > 1 && !refusedByLibpcap)) {
            return "exit code " + run.exitCode();
        }
        if (run.exitCode() == 1 && run.err().isBlank()) {
            return "nothing said";
        }
        return run.exitCode() == 0 && framesOut(run) == 0 ? "nothing delivered" : "";
    }

    private static int framesOut(Run run) {
        try {
            return new ObjectMapper().readTree(run.out()).at("/frames/out").intValue();
        } catch (JsonProcessingException e) {
            return 0;
        }
    }
}
