package io.ringway.replay;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Accounts;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Counters;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Tap;
import io.ringway.lab.CommandResult;
import io.ringway.lab.Lab;
import io.ringway.lab.LabException;
import io.ringway.lab.LabRunner;
import io.ringway.lab.StateReport;
import io.ringway.lab.export.LabExport;
import io.ringway.lab.snapshot.HostRecord;
import io.ringway.nat.PortDraw;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.replay.output.ConnectionFile;
import io.ringway.replay.probe.Probe;
import io.ringway.replay.probe.ProbeReport;
import io.ringway.replay.probe.Prober;
import io.ringway.replay.report.RecordedPrograms;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A modelled network as programs use it: load a lab, inject, run, and look at what came out and why.
 *
 * <pre>{@code
 * Ringway ringway = Ringway.load(Path.of("lab.sh"));
 * Capture uplink = ringway.capture("internet:eth0");
 * ringway.inject("api:eth0", frame);
 * ringway.run(Duration.ofSeconds(1));
 * }</pre>
 *
 * The first namespace is a running host: its loopback is up. Needs no JVM flag. One thread at a time. Interfaces are named {@code NS:IF}; the first namespace is {@code host}.
 */
public final class Ringway {
    /** Of every random choice where none is given. */
    public static final long DEFAULT_SEED = 1;

    private static final long MILLENNIUM_NS = 946_684_800_000_000_000L;

    private final Network network;
    private final LabRunner runner;
    private final Schedule schedule;
    private final long seed;
    private final List<String> labWarnings;
    private final HostRecord record;
    private final List<Hop> hops = new ArrayList<>();

    private Ringway(Lab lab, long seed) {
        this.seed = seed;
        labWarnings = lab.warnings();
        record = lab.record();
        network = new Network(new Kernel(seed));
        Namespace host = network.first();
        host.setUp(host.device("lo"), true);
        runner = new LabRunner(network);
        schedule = new Schedule(runner, network.kernel());
        runner.run(lab);
        network.kernel().setWallNs(MILLENNIUM_NS);
    }

    /**
     * Reads lab files, or folders that hold a {@code lab.sh}, and does what they say.
     *
     * @throws LabException with file, line and column, in the words of the tool that would refuse
     */
    public static Ringway load(Path... labs) {
        return load(DEFAULT_SEED, List.of(labs));
    }

    /** As {@link #load(Path...)} with a seed of its own: same lab, same seed, same bytes. */
    public static Ringway load(long seed, List<Path> labs) {
        return new Ringway(Lab.read(labs), seed);
    }

    /** A lab given as text: {@code name} stands for its file in messages. */
    public static Ringway parse(String name, String lab) {
        return new Ringway(Lab.parse(name, lab), DEFAULT_SEED);
    }

    /** A host that nobody touched yet, as {@code ringway run} finds it. */
    public static Ringway untouched(long seed) {
        return new Ringway(Lab.parse("", ""), seed);
    }

    /** Has {@code iptables -nL} name protocols from now on, as versions before 1.8.9 do. */
    public void nameProtocols() {
        runner.nameProtocols();
    }

    /**
     * Does the lab's commands as bash would, going on where one fails.
     *
     * @param printed told of what each command printed
     * @return the exit code of the last one
     * @throws LabException for what the model does not have
     */
    public int run(Lab lab, Consumer<CommandResult> printed) {
        return runner.goOn(lab, printed);
    }

    /**
     * Does one more lab command, such as {@code ip neigh} or {@code ping -c 1 172.17.0.2}, and says what it printed.
     *
     * @throws LabException when its tool would refuse it
     */
    public CommandResult command(String command) {
        CommandResult last = CommandResult.SILENT;
        for (var parsed : Lab.parse("command", command).commands()) {
            last = runner.run(parsed);
        }
        return last;
    }

    /**
     * Shows somebody every frame at the interface.
     *
     * @param promiscuous as {@code tcpdump -i}; false as {@code tcpdump -p}
     */
    public void observe(String interfaceName, boolean promiscuous, Tap observer) {
        find(interfaceName).addTap(observer, promiscuous);
    }

    /** Tells somebody of every port that NAT draws at random. */
    public void watchDraws(Consumer<PortDraw> watcher) {
        network.kernel().setDrawWatcher(watcher);
    }

    /**
     * A frame leaves by the interface now, as if its namespace had sent it, and all that it causes at once comes to rest.
     *
     * @param frame from the Ethernet header on, without a frame check sequence
     * @throws ReplayException when there is no such interface
     */
    public void inject(String interfaceName, byte[] frame) {
        Device device = find(interfaceName);
        network.begin();
        Frame injected = network.kernel().pool().allocate(frame.length);
        injected.put(0, frame);
        network.inject(device, injected, network.kernel().nowNs());
    }

    /**
     * The stack of the namespace sends the IPv4 packet now, as a raw socket with {@code IP_HDRINCL} would: total length
     * and checksum are filled in, source and ID where they are zero.
     *
     * @return null when it was sent, else why the socket would refuse it
     * @throws ReplayException when there is no such namespace
     */
    public DropReason send(String namespace, byte[] packet) {
        Namespace sender = new InterfaceName(namespace, "@ip").findNamespace(network);
        Frame frame = network.kernel().pool().allocate(EthernetHeader.LENGTH + packet.length);
        frame.put(EthernetHeader.LENGTH, packet);
        return network.sendRaw(sender, frame, network.kernel().nowNs());
    }

    /**
     * Gives a namespace the connections that a file lists, as if they had been made by hand now.
     *
     * @throws ReplayException for a line that is none; then nothing has changed
     */
    public void connections(ConnectionFile listed) {
        new InterfaceName(listed.namespace(), "@ip").findNamespace(network);
        runner.run(listed.lab());
    }

    /** Sends the first packet of a conversation, and says what became of it and of its reply; two seconds pass. */
    public ProbeReport probe(Probe probe) {
        return new Prober(network, record).run(probe);
    }

    /** A lab command that is done when virtual time has passed that far from now, within {@link #run}. */
    public void at(Duration later, String command) {
        schedule.add(network.kernel().nowNs() + later.toNanos(), "at " + later + " '" + command + "'", command);
    }

    /** Lets virtual time pass, and with it what timers and waiting commands do. */
    public void run(Duration time) {
        long end = network.kernel().nowNs() + time.toNanos();
        schedule.runUntil(end, 0);
        network.kernel().advanceTo(end);
    }

    /** Whether the stack of the namespace takes what is for it in silence, ARP aside, as during a replay. */
    public void mute(String namespace, boolean mute) {
        new InterfaceName(namespace, "@ip")
                .findNamespace(network)
                .stack()
                .localEnd()
                .setMute(mute);
    }

    /** Keeps what passes the interface from now on, as a promiscuous packet socket would see it. */
    public Capture capture(String interfaceName) {
        return capture(interfaceName, Direction.INOUT);
    }

    public Capture capture(String interfaceName, Direction direction) {
        network.begin();
        Capture capture = new Capture(network.kernel(), direction);
        find(interfaceName).addTap(capture, true);
        return capture;
    }

    /** What {@code ip -s link} shows of the interface, live. */
    public Counters counters(String interfaceName) {
        return find(interfaceName).counters();
    }

    /** Frames in, out and dropped so far, of the whole model. */
    public Accounts accounts() {
        return network.accounts();
    }

    /** Frames dropped so far for that reason. */
    public long dropped(DropReason reason) {
        return network.accounts().droppedFrames(reason);
    }

    /** Turns tracing on: from now on {@link #trace} grows by every step of every frame. */
    public void startTrace() {
        network.kernel().setTrace(new HopTrace(network.kernel(), hops));
    }

    /** The steps since {@link #startTrace}, oldest first. */
    public List<Hop> trace() {
        return List.copyOf(hops);
    }

    /** State of every namespace as JSON: rules with counters, conntrack, links, neighbours, fdb, routes. */
    public String state() {
        return new StateReport(network).json();
    }

    /**
     * The model as a plain lab that makes it again.
     *
     * @throws ReplayException when it holds what no lab command makes
     */
    public String export() {
        try {
            return new LabExport(network).text();
        } catch (IllegalStateException beyond) {
            throw new ReplayException(beyond.getMessage(), beyond);
        }
    }

    /** A replay of captures through this network. */
    public Replay replay() {
        RecordedPrograms.listen(network, record);
        return new Replay(network, runner, seed, labWarnings);
    }

    /** What the user should know of the model as it is now, one line each: what a snapshot could not say, rules that match nothing. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(labWarnings);
        warnings.addAll(RuleWarnings.of(network));
        return warnings;
    }

    /** The model itself, for what this class does not offer. */
    public Network network() {
        return network;
    }

    private Device find(String interfaceName) {
        return InterfaceName.parse(interfaceName).find(network);
    }
}
