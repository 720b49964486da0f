package io.ringway.replay.binding;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.lab.LabRunner;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.conversation.Conversations;
import io.ringway.replay.conversation.FlowKey;
import io.ringway.replay.conversation.RedirectedAnswers;
import io.ringway.replay.input.Entrance;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The hosts of captures bound to namespaces of the model: what each recorded host sent is sent by its namespace's own stack,
 * with the model's addresses, and answers go to whom the model shows as the sender.
 */
public final class Binding {
    private static final int BURST = 256;

    private final Network network;
    private final HostBindings hosts = new HostBindings();
    private final List<String> flags = new ArrayList<>();
    private final OutsideHosts outside;
    private final BoundConversations bound;
    private final AnnouncedConnections announced;
    private final ExpiringProbes probes;
    private final HeldPackets held;
    private final Conversations conversations;
    private final RedirectedAnswers answers;
    private List<String> notes = List.of();
    private boolean proposed;
    private boolean followsNat;

    public Binding(Network network, LabRunner runner, Conversations conversations) {
        this.network = network;
        this.conversations = conversations;
        outside = new OutsideHosts(network, runner);
        answers = new RedirectedAnswers(conversations);
        probes = new ExpiringProbes(conversations);
        ModelAddresses addresses = new ModelAddresses(network, runner, hosts);
        bound = new BoundConversations(hosts, addresses, network, conversations, probes);
        announced = new AnnouncedConnections(hosts, bound);
        bound.onArrival(announced::arrived);
        held = new HeldPackets(
                network.kernel(), new BoundSender(network, hosts, addresses, conversations, bound, announced));
        bound.onEnd(held::ended);
    }

    /**
     * Binds hosts of the captures to a namespace; the longest prefix wins.
     *
     * @param text {@code 10.1.2.3=web}, {@code 0.0.0.0/0=internet}, {@code 10.1.2.3=203.0.113.10}, or
     *     {@code 10.1.2.3=web@192.168.1.100} for one that the others know by that address
     */
    public Binding host(String text) {
        hosts.add(HostBinding.parse(text, network, outside));
        flags.add("--host " + text);
        return this;
    }

    /** What goes to that port in the captures goes to another one in the model: {@code 80=8080}. */
    public Binding port(String text) {
        hosts.addPort(text);
        flags.add("--port " + text);
        return this;
    }

    /** Binds what is not bound yet by who talks to whom in the captures; returns the flags that say the same. */
    public List<String> propose(List<Path> captures) throws IOException {
        CapturedHosts seen = new CapturedHosts();
        for (Path capture : captures) {
            read(capture, seen);
        }
        int before = flags.size();
        AutoBinding auto = new AutoBinding(network, hosts, outside);
        auto.propose(seen);
        proposed = true;
        auto.hosts().forEach(this::host);
        auto.ports().forEach(this::port);
        notes = auto.notes();
        return List.copyOf(flags.subList(before, flags.size()));
    }

    /** What the user should know of the flags that were proposed. */
    public List<String> notes() {
        return notes;
    }

    private void read(Path capture, CapturedHosts seen) throws IOException {
        if (capture.toString().equals("-")) {
            throw ReplayException.usage("--bind auto reads a capture twice, and stdin can be read once");
        }
        FramePool pool = network.kernel().pool();
        Frame[] burst = new Frame[BURST];
        try (CaptureReader reader = CaptureReader.open(capture)) {
            for (int count = reader.readBurst(pool, burst, BURST); count > 0; ) {
                for (int i = 0; i < count; i++) {
                    seen.look(burst[i]);
                    burst[i].free();
                }
                count = reader.readBurst(pool, burst, BURST);
            }
        }
    }

    /** The flags that were used, those proposed included. */
    public List<String> flags() {
        return List.copyOf(flags);
    }

    /** Has recorded answers at interfaces, too, go to whom the model shows as the sender. */
    public void followNat() {
        followsNat = true;
        conversations.redirectBy(answers);
    }

    public Entrance entrance() {
        if (hosts.isEmpty() && !proposed) {
            throw new ReplayException(
                    "--bind auto found nobody to bind: no IPv4 packets between two hosts, or none that the model has a"
                            + " place for (--host ADDRESS=NS says who is who)",
                    null);
        }
        if (followsNat) {
            throw ReplayException.usage("--follow-nat is about captures at interfaces: bound hosts follow always");
        }
        conversations.judgeBy(bound);
        return new BoundEntrance(
                hosts,
                conversations,
                bound,
                announced,
                probes,
                this::send,
                network.kernel().pool());
    }

    /** No stack answers for itself, unless that is wanted; but what one takes is the beginning of a connection there. */
    public void begin(boolean alive) {
        for (Namespace namespace : hosts.isEmpty() ? List.<Namespace>of() : network.namespaces()) {
            namespace.stack().localEnd().setMute(!alive);
            namespace.stack().localEnd().setConfirming(true);
        }
    }

    private void send(Frame frame, FlowKey key, long timeNs) {
        network.kernel().advanceTo(timeNs);
        held.take(frame, key.source(), key.destination());
    }

    /** The captures have ended: what is held is sent, each packet behind the commands that were due by its time in ns. */
    public void finish(LongConsumer commandsUntilNs) {
        held.finish(commandsUntilNs);
    }

    /** Nothing moves any more: what is not known yet of any packet will not be. */
    public void settle() {
        probes.settle();
    }

    public void close() {
        held.discard();
    }

    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (answers.redirected() > 0) {
            warnings.add(
                    answers.redirected() + " answers went to the addresses and ports that their side saw, and not to"
                            + " the recorded ones");
        }
        if (bound.toldApart() > 0) {
            warnings.add(
                    bound.toldApart() + " conversations got another port or ID than in the capture, since in the model"
                            + " both ends of another one are the same");
        }
        warnings.addAll(announced.warnings());
        return warnings;
    }
}
