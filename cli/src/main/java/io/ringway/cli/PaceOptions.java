package io.ringway.cli;

import io.ringway.replay.Replay;
import io.ringway.replay.Sending;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.Pace;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How far and how fast the input of a replay goes, in tcpreplay's and tcpdump's words. */
final class PaceOptions {
    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            description = "topspeed (the default), realtime, or xN: N times as fast as it was captured.")
    private String speed;

    @Option(names = "--pps", paramLabel = "N", description = "Send N frames a second.")
    private Double packetsPerSecond;

    @Option(names = "--mbps", paramLabel = "N", description = "Send N megabits of frames a second.")
    private Double megabitsPerSecond;

    @Option(
            names = "--loop",
            paramLabel = "N",
            description = "Send all inputs N times over; 0: until something else ends it.")
    private Long loop;

    @Option(names = "--limit", paramLabel = "N", description = "Stop after N frames.")
    private Long limit;

    @Option(
            names = "--duration",
            paramLabel = "SEC",
            description = "Stop SEC seconds after the first frame, by the pace; at topspeed by the captures' clock.")
    private Double duration;

    @Option(names = "--stats", paramLabel = "SEC", description = "Say on stderr how it goes, each SEC seconds.")
    private Double stats;

    @Option(
            names = "-w",
            paramLabel = "FILE",
            description =
                    "What one tcpdump -w would have written of all --out interfaces; without --out, of all there are.")
    private Path write;

    @Option(names = "-c", paramLabel = "N", description = "Stop once N frames were seen where -w looks.")
    private Long count;

    /** @param filter words of pcap-filter's language, none for all frames */
    void applyTo(Replay replay, List<String> filter, PrintWriter err) throws IOException {
        Sending sending = replay.sending().pace(pace());
        if (loop != null) {
            sending.loop(loop);
        }
        if (limit != null) {
            sending.limit(limit);
        }
        if (duration != null) {
            sending.duration(duration);
        }
        if (stats != null) {
            sending.report(stats, statistics -> SendText.rates(statistics, err));
        }
        if (!filter.isEmpty()) {
            sending.filter(String.join(" ", filter));
        }
        if (write != null) {
            replay.watch().write(write);
        }
        if (count != null) {
            replay.watch().count(count);
        }
    }

    /** What {@code --out} names is written there, and is where {@code -w} and {@code -c} look. */
    void watch(CaptureOption output, Replay replay) throws IOException {
        Direction direction = ConformCommand.direction(output);
        if (output.file() != null) {
            replay.out(output.interfaceName(), output.file(), direction);
        } else if (write == null && count == null) {
            throw ReplayException.usage("--out " + output.interfaceName()
                    + ": where is it to be written? Say =FILE, as in nginx:eth0=nginx.pcap, or -w FILE");
        }
        if (write != null || count != null) {
            replay.watch().at(output.interfaceName(), direction);
        }
    }

    /** Who asks for a pace wants to know what became of it. */
    void summarize(Replay replay, PrintWriter err) {
        if (replay.sending().isStopped()) {
            err.println("ringway: interrupted: the report is of what was sent until then");
        }
        if (replay.sending().isStopped()
                || Stream.of(speed, packetsPerSecond, megabitsPerSecond, loop, duration, stats)
                        .anyMatch(each -> each != null)) {
            SendText.summary(replay.sending().statistics(), err);
        }
    }

    private Pace pace() {
        List<String> given = Stream.of(
                        speed == null ? "" : "speed",
                        packetsPerSecond == null ? "" : "pps",
                        megabitsPerSecond == null ? "" : "mbps")
                .filter(name -> !name.isEmpty())
                .toList();
        if (given.size() > 1) {
            throw ReplayException.usage("the '" + given.get(0) + "' and '" + given.get(1) + "' options conflict");
        }
        if (packetsPerSecond != null) {
            return Pace.packetsPerSecond(packetsPerSecond);
        }
        if (megabitsPerSecond != null) {
            return Pace.megabitsPerSecond(megabitsPerSecond);
        }
        return speed == null ? Pace.TOPSPEED : named(speed);
    }

    private static Pace named(String speed) {
        if (speed.equals("topspeed")) {
            return Pace.TOPSPEED;
        }
        if (speed.equals("realtime")) {
            return Pace.times(1);
        }
        if (!speed.matches("x(\\d{1,9}(\\.\\d{1,9})?|\\.\\d{1,9})")) {
            throw ReplayException.usage("--speed " + speed + ": topspeed, realtime, or xN as in x2 and x0.5");
        }
        return Pace.times(Double.parseDouble(speed.substring(1)));
    }
}
