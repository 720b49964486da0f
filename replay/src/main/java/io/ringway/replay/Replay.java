package io.ringway.replay;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Trace;
import io.ringway.lab.LabRunner;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.binding.Binding;
import io.ringway.replay.conversation.Conversations;
import io.ringway.replay.input.CaptureFeed;
import io.ringway.replay.input.CaptureFeeds;
import io.ringway.replay.input.Entrance;
import io.ringway.replay.input.Entrances;
import io.ringway.replay.output.CaptureOutputs;
import io.ringway.replay.output.ReplayOutputs;
import io.ringway.replay.report.DropSites;
import io.ringway.replay.report.RecordedPrograms;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.report.Shortfall;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One run of captures through a model: say what goes in and what is observed, then {@link #run()} once.
 *
 * <p>Outputs appear whole when the run has ended well, and not at all otherwise: {@link #close()} throws away what a run
 * that failed, or never began, had prepared.
 */
public final class Replay implements Closeable {

    /** More would only take memory from the model. */
    private static final int MAX_READ_AHEAD = 4096;

    private final Network network;
    private final Kernel kernel;
    private final long seed;
    private final CaptureFeeds feeds = new CaptureFeeds();
    private final ReplayOutputs outputs;
    private final Entrances entrances;
    private final Conversations conversations = new Conversations();
    private final DropSites drops;
    private final Sending sending;
    private final Watch watch;
    private int batch = 256;
    private final Lingering lingering;
    private final Set<Namespace> fed = new LinkedHashSet<>();
    private final Schedule schedule;
    private final Feeding feeding;
    private final List<String> labWarnings;
    private final Binding binding;
    private boolean alive;

    /** @param labWarnings what the user should know of the lab */
    Replay(Network network, LabRunner runner, long seed, List<String> labWarnings) {
        this.labWarnings = labWarnings;
        this.network = network;
        this.seed = seed;
        entrances = new Entrances(network);
        kernel = network.kernel();
        outputs = new ReplayOutputs(network);
        schedule = new Schedule(runner, kernel);
        binding = new Binding(network, runner, conversations);
        drops = new DropSites(network, conversations);
        sending = new Sending(feeds, entrances, kernel, conversations);
        watch = new Watch(network, outputs);
        feeding = new Feeding(feeds, entrances, sending, schedule, watch);
        lingering = new Lingering(kernel);
    }

    /** Frames read ahead from each capture; it never changes the outcome. */
    public Replay batch(int frames) {
        if (frames < 1) {
            throw ReplayException.usage("a batch of " + frames + " frames: it takes at least 1");
        }
        batch = Math.min(frames, MAX_READ_AHEAD);
        return this;
    }

    /** How far the input goes, and how fast by the wall clock. */
    public Sending sending() {
        return sending;
    }

    /** Virtual time after the last frame in which what still waits may come to rest. */
    public Replay linger(double seconds) {
        lingering.set(seconds);
        return this;
    }

    /**
     * Does a lab command at that virtual time after the first frame: behind the timers of that moment and before its
     * frames; what is refused then ends the replay.
     *
     * @param seconds 0 to 31536000, a year
     * @throws io.ringway.lab.LabException for what the lab language does not have
     */
    public Replay at(double seconds, String command) {
        schedule.at(seconds, command);
        return this;
    }

    /** Lets the stacks of the namespaces whose frames come from captures answer too. */
    public Replay alive() {
        alive = true;
        return this;
    }

    /** Gives every frame the MAC addresses of the model, as those get them that were captured without. */
    public Replay rewriteMac() {
        entrances.rewriteMac();
        return this;
    }

    /** Checksums that were left to a device, and captured as such, are not completed. */
    public Replay keepChecksums() {
        entrances.completion().keepChecksums();
        return this;
    }

    public Replay progress(ReplayProgress listener) {
        sending.progress(listener);
        return this;
    }

    /**
     * The frames of a capture ("-" for stdin) leave by the interface {@code NS:IF}, as if NS had sent them; those of
     * {@code NS:@ip} are sent as IP packets by the stack of NS, as by a raw socket.
     */
    public Replay in(String interfaceName, Path capture) throws IOException {
        InterfaceName name = InterfaceName.parse(interfaceName);
        fed.add(name.findNamespace(network));
        return feed(capture, entrances.leaving(name));
    }

    /** As {@link #in}, for a capture with both directions in it: what NS received is left out, and counted. */
    public Replay inOf(String interfaceName, Path capture) throws IOException {
        InterfaceName name = InterfaceName.parse(interfaceName);
        fed.add(name.findNamespace(network));
        return feed(capture, entrances.leavingOf(name));
    }

    /** The frames of a capture arrive at the interface {@code NS:IF} from outside it. */
    public Replay arriving(String interfaceName, Path capture) throws IOException {
        return feed(capture, entrances.arriving(InterfaceName.parse(interfaceName)));
    }

    /** The hosts of captures bound to the model's; to be said before {@link #capture}. */
    public Binding binding() {
        return binding;
    }

    /** The packets of a capture are sent by whom its hosts are bound to: see {@link #binding}. */
    public Replay capture(Path capture) throws IOException {
        return feed(capture, binding().entrance());
    }

    /** As {@link #arriving}, of a capture with both directions in it; of one of all interfaces, by its number, only of this one. */
    public Replay arrivingOf(String interfaceName, Path capture, boolean ofAll) throws IOException {
        return feed(capture, entrances.arrivingOf(InterfaceName.parse(interfaceName), ofAll, fed::add));
    }

    private Replay feed(Path capture, Entrance entrance) throws IOException {
        CaptureReader reader = capture.toString().equals("-") ? CaptureReader.openStdin() : CaptureReader.open(capture);
        outputs.keepOff(capture);
        feeds.add(new CaptureFeed(reader, entrance, kernel.pool(), batch), capture);
        return this;
    }

    /** Writes what {@code tcpdump -i IF -w FILE} inside NS would have written. */
    public Replay out(String interfaceName, Path file, Direction direction) throws IOException {
        outputs.captures().capture(InterfaceName.parse(interfaceName).find(network), file, direction);
        return this;
    }

    /** The same for every interface of the model: {@code NS.IF.pcap} in the folder, which is made if need be. */
    public Replay outDir(Path folder) throws IOException {
        outputs.captureAll(folder);
        return this;
    }

    /** One look at several interfaces, which may end the input. */
    public Watch watch() {
        return watch;
    }

    /** How captures are written, and those of which there is one for all interfaces. */
    public CaptureOutputs captures() {
        return outputs.captures();
    }

    /** One JSON line for each frame and step. */
    public Replay trace(Path file) throws IOException {
        outputs.trace(file);
        return this;
    }

    /** Tells somebody of every step of every frame. */
    public Replay follow(Trace steps) {
        outputs.follow(steps);
        return this;
    }

    /** What rules log, a line each. */
    public Replay log(Path file) throws IOException {
        outputs.log(file);
        return this;
    }

    /** What happens to the connections of a namespace, as {@code conntrack -E -o timestamp} in it would print it. */
    public Replay events(String namespace, Path file) throws IOException {
        outputs.events(new InterfaceName(namespace, "@ip").findNamespace(network), file);
        return this;
    }

    /** The state of every namespace at the end, as JSON. */
    public Replay state(Path file) throws IOException {
        outputs.state(file);
        return this;
    }

    /** Whether one of the outputs goes to standard output ("-"), which is then no place for anything else. */
    public boolean writesStandardOutput() {
        return outputs.writesStandardOutput();
    }

    /** Replays everything and completes the outputs. */
    public ReplayReport run() throws IOException {
        long started = System.nanoTime();
        long startNs = kernel.nowNs();
        kernel.accounts().restart();
        kernel.accounts().setFrameEnd(conversations);
        kernel.setDropWatch(drops);
        fed.forEach(namespace -> namespace.stack().localEnd().setMute(!alive));
        network.begin();
        outputs.begin();
        binding.begin(alive);
        try (this) {
            feeds.begin();
            watch.begin();
            schedule.then(outputs::watchNew, watch::watchNew);
            long firstNs = feeds.firstTimestampNs(kernel.wallNs());
            kernel.setWallNs(firstNs);
            feeding.run(firstNs, startNs);
            binding.finish(untilNs -> schedule.runUntil(untilNs - startNs, startNs));
            schedule.runUntil(Schedule.NEVER - 1, startNs);
            lingering.run();
            binding.settle();
            kernel.accounts().setFrameEnd(null);
            outputs.commit();
            watch.commit();
            double wallMs = (System.nanoTime() - started) / 1e6;
            return ReplayReport.of(
                    network,
                    seed,
                    conversations.all(),
                    schedule.done(),
                    warnings(),
                    Shortfall.of(network, conversations.all(), drops.all(), feeds.reasons()),
                    kernel.nowNs() - startNs,
                    wallMs);
        } finally {
            kernel.accounts().setFrameEnd(null);
            kernel.setDropWatch(null);
        }
    }

    /** Closes the captures that are read, and throws away outputs that were not completed. */
    @Override
    public void close() throws IOException {
        outputs.close();
        watch.close();
        binding.close();
        feeds.close();
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(labWarnings);
        warnings.addAll(RuleWarnings.of(network));
        warnings.addAll(feeds.warnings());
        warnings.addAll(entrances.warnings());
        warnings.addAll(sending.warnings());
        warnings.addAll(binding.warnings());
        warnings.addAll(RecordedPrograms.warnings(network));
        return warnings;
    }
}
