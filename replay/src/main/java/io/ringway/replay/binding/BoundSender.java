package io.ringway.replay.binding;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.replay.conversation.Conversations;
import io.ringway.replay.conversation.PacketEnds;

/** Sends the packets of bound hosts from the stacks of their namespaces, with the ends that they have there. */
final class BoundSender implements HeldPackets.Sender {
    private final Network network;
    private final HostBindings hosts;
    private final ModelAddresses addresses;
    private final Conversations conversations;
    private final BoundConversations bound;
    private final AnnouncedConnections announced;

    BoundSender(
            Network network,
            HostBindings hosts,
            ModelAddresses addresses,
            Conversations conversations,
            BoundConversations bound,
            AnnouncedConnections announced) {
        this.network = network;
        this.hosts = hosts;
        this.addresses = addresses;
        this.conversations = conversations;
        this.bound = bound;
        this.announced = announced;
    }

    @Override
    public void send(Frame frame) {
        int flow = (int) (frame.history().tag() >>> 32) - 1;
        int number = flow >>> 1;
        int end = flow & 1;
        int quoted = PacketEnds.quotedAt(frame, EthernetHeader.LENGTH);
        if (quoted != 0) {
            sendError(frame, quoted);
            return;
        }
        String refused = bound.isKnown(number) ? null : announced.begin(number, frame);
        if (refused != null) {
            giveUp(frame, refused);
        } else if (!bound.hasView(number, end)) {
            giveUp(frame, "not sent: nothing of the conversation had arrived there yet");
        } else {
            PacketEnds.write(
                    frame,
                    bound.own(number, end),
                    bound.other(number, end),
                    bound.ownPort(number, end),
                    bound.otherPort(number, end));
            announced.rewrite(frame, number, end);
            sendFrom(bound.namespace(number, end), frame);
        }
    }

    /** The reporter quotes the packet as it saw it: as the end that it was for, or one that is where its sender is. */
    private void sendError(Frame frame, int quoted) {
        int reporter = frame.i32(EthernetHeader.LENGTH + 12);
        int flow = conversations.locateQuoted(frame, quoted);
        if (flow == Conversations.NONE || !bound.isKnown(flow >>> 1)) {
            giveUp(frame, "not sent: it is about a packet that was not replayed");
            return;
        }
        int number = flow >>> 1;
        int sender = flow & 1;
        boolean byOtherEnd = reporter == conversations.key().destination();
        HostBinding host = hosts.find(reporter);
        boolean besideSender = !byOtherEnd && host.namespace() == senderPlace(number, sender);
        int view = besideSender ? sender : sender ^ 1;
        if (!bound.hasView(number, view)) {
            giveUp(frame, "not sent: the packet that it is about had not arrived there");
            return;
        }
        int source = view == sender ? bound.own(number, view) : bound.other(number, view);
        int destination = view == sender ? bound.other(number, view) : bound.own(number, view);
        int sourcePort = view == sender ? bound.ownPort(number, view) : bound.otherPort(number, view);
        int destinationPort = view == sender ? bound.otherPort(number, view) : bound.ownPort(number, view);
        PacketEnds.writeQuoted(frame, quoted, source, destination, sourcePort, destinationPort);
        Namespace from = byOtherEnd ? bound.namespace(number, view) : host.namespace();
        int own = byOtherEnd ? destination : addresses.source(host, reporter, senderPlace(number, sender), source);
        PacketEnds.write(frame, own, source, 0, 0);
        sendFrom(from, frame);
    }

    private Namespace senderPlace(int number, int sender) {
        return bound.hasView(number, sender) ? bound.namespace(number, sender) : null;
    }

    private void sendFrom(Namespace namespace, Frame frame) {
        network.sendRaw(namespace, frame, network.kernel().nowNs());
    }

    private void giveUp(Frame frame, String why) {
        conversations.notSent(frame, conversations.losses().of("", "", why));
        bound.ended(frame.history().tag(), null);
        frame.free();
    }
}
