package io.ringway.replay;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.lab.LabRunner;
import io.ringway.packet.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The hosts of captures bound to namespaces of the model: what each recorded host sent is sent by its namespace's own stack,
 * with the model's addresses, and answers go to whom the model shows as the sender.
 */
public final class Binding {
    private final Network network;
    private final HostBindings hosts = new HostBindings();
    private final List<String> flags = new ArrayList<>();
    private final BoundConversations bound;
    private final HeldPackets held;
    private final Conversations conversations;

    Binding(Network network, LabRunner runner, Conversations conversations) {
        this.network = network;
        this.conversations = conversations;
        ModelAddresses addresses = new ModelAddresses(network, runner);
        bound = new BoundConversations(hosts, addresses, network, conversations);
        held = new HeldPackets(network.kernel(), new BoundSender(network, hosts, addresses, conversations, bound));
        bound.onEnd(held::ended);
    }

    /**
     * Binds hosts of the captures to a namespace; the longest prefix wins.
     *
     * @param text {@code 10.1.2.3=web}, {@code 0.0.0.0/0=internet}, {@code 10.1.2.3=203.0.113.10}, or
     *     {@code 10.1.2.3=web@192.168.1.100} for one that the others know by that address
     */
    public Binding host(String text) {
        hosts.add(HostBinding.parse(text, network));
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
        return List.of();
    }

    /** The flags that were used, those proposed included. */
    public List<String> flags() {
        return List.copyOf(flags);
    }

    Entrance entrance() {
        if (hosts.isEmpty()) {
            throw ReplayException.usage("a capture without an interface needs --host ADDRESS=NS, or --bind auto");
        }
        conversations.judgeBy(bound);
        return new BoundEntrance(hosts, conversations, bound, this::send);
    }

    /** No stack answers for itself, unless that is wanted; but what one takes is the beginning of a connection there. */
    void begin(boolean alive) {
        for (Namespace namespace : hosts.isEmpty() ? List.<Namespace>of() : network.namespaces()) {
            namespace.stack().localEnd().setMute(!alive);
            namespace.stack().localEnd().setConfirming(true);
        }
    }

    private void send(Frame frame, FlowKey key, long timeNs) {
        network.kernel().advanceTo(timeNs);
        held.take(frame, key.source(), key.destination());
    }

    /** The captures have ended: what is held is sent. */
    void finish() {
        held.finish();
    }

    void close() {
        held.discard();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (bound.toldApart() > 0) {
            warnings.add(
                    bound.toldApart() + " conversations got another port or ID than in the capture, since in the model"
                            + " both ends of another one are the same");
        }
        return warnings;
    }
}
