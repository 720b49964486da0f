package io.ringway.conformance;

import io.ringway.conformance.model.ModelLab;
import io.ringway.packet.Frame;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.input.CaptureFeed;
import io.ringway.replay.request.InterfaceName;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The captures of a run, merged by timestamp, then by the order in which they were given. */
public final class Inputs implements Traffic {
    private final List<CaptureFeed> feeds = new ArrayList<>();
    private final List<InterfaceName> senders = new ArrayList<>();
    private final List<Boolean> outside = new ArrayList<>();
    private final ModelLab model;
    private final Preparation preparation;

    /** Opens them all; frames that arrive at an interface are sent by its peer. */
    public Inputs(ModelLab model, ConformRequest request) throws IOException {
        this.model = model;
        preparation = new Preparation(request.repairs(), model.pool());
        for (ConformRequest.Input input : request.inputs()) {
            boolean fromOutside = input.arriving() && model.isTap(input.where());
            boolean byPeer = input.arriving() && !fromOutside;
            InterfaceName sender = byPeer ? model.peerOf(input.where()) : input.where();
            model.check(sender);
            CaptureReader reader =
                    input.file().toString().equals("-") ? CaptureReader.openStdin() : CaptureReader.open(input.file());
            feeds.add(new CaptureFeed(reader, model.pool(), 1));
            senders.add(sender);
            outside.add(fromOutside);
        }
    }

    @Override
    public List<InterfaceName> senders() {
        return senders;
    }

    @Override
    public int next() throws IOException {
        int best = preparation.sender();
        if (best >= 0) {
            return best;
        }
        for (int i = 0; i < feeds.size(); i++) {
            long timeNs = feeds.get(i).nextTimestampNs();
            if (timeNs < (best < 0 ? CaptureFeed.EXHAUSTED : timestampNs(best))) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public long timestampNs(int input) throws IOException {
        if (preparation.sender() == input) {
            return preparation.timestampNs();
        }
        return feeds.get(input).nextTimestampNs();
    }

    @Override
    public InterfaceName sender(int input) {
        return senders.get(input);
    }

    @Override
    public boolean isFromOutside(int input) {
        return outside.get(input);
    }

    @Override
    public Frame take(int input) throws IOException {
        if (preparation.sender() == input) {
            return preparation.next();
        }
        Frame frame = feeds.get(input).take();
        if (frame.history().isLinkless() && !senders.get(input).isStack()) {
            frame.free();
            throw ReplayException.usage(feeds.get(input).reader().name() + ": captured without Ethernet addresses, and"
                    + " both sides are given frames as they are (NS:@ip takes packets)");
        }
        return preparation.prepare(frame, input, model.mtu(senders.get(input)));
    }

    @Override
    public long bytesRead() {
        return feeds.stream().mapToLong(feed -> feed.reader().positionBytes()).sum();
    }

    /** 0 where one is a pipe. */
    @Override
    public long bytesTotal() {
        long total = 0;
        for (CaptureFeed feed : feeds) {
            if (feed.reader().sizeBytes() < 0) {
                return 0;
            }
            total += feed.reader().sizeBytes();
        }
        return total;
    }

    /** Captures that were cut off. */
    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (CaptureFeed feed : feeds) {
            if (feed.reader().truncation() != null) {
                warnings.add(feed.reader().truncation());
            }
            if (feed.clampedFrames() > 0) {
                warnings.add(feed.reader().name() + ": the clock ran backwards at " + feed.clampedFrames() + " frames");
            }
        }
        warnings.addAll(preparation.warnings());
        return warnings;
    }

    @Override
    public void close() throws IOException {
        for (CaptureFeed feed : feeds) {
            feed.close();
        }
    }
}
