package io.ringway.replay.output;

import io.ringway.engine.Network;
import io.ringway.engine.core.Trace;
import io.ringway.engine.device.Device;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.OutputFormat;
import io.ringway.replay.request.ReplayException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The captures that a replay writes: pcap of one interface each, pcapng of one or several, and what was dropped. */
public final class CaptureOutputs implements Closeable {
    private final Network network;
    private final OutputNames names;
    private final EveryInterface every;
    private final List<CaptureFile> plain = new ArrayList<>();
    private final Map<Path, PcapngCapture> commented = new LinkedHashMap<>();
    private OutputFormat format = OutputFormat.PCAP;
    private DropsFile dropped;
    private Commentary commentary;

    CaptureOutputs(Network network, OutputNames names) {
        this.network = network;
        this.names = names;
        every = new EveryInterface(network);
    }

    /** Of a folder, and of files whose names do not say theirs; pcap unless said. Before any of them is named. */
    public CaptureOutputs format(OutputFormat newFormat) {
        format = newFormat;
        return this;
    }

    public void capture(Device device, Path file, Direction direction) throws IOException {
        if (isPcapng(file)) {
            commented(file).watch(device, direction);
            return;
        }
        names.write(file);
        CaptureFile capture = new CaptureFile(network.kernel(), file, direction);
        plain.add(capture);
        device.addTap(capture, true);
    }

    /** A file for each interface, those too that are made later; one made anew under a name goes on in its file. */
    void captureAll(Path folder) throws IOException {
        Map<Path, CaptureFile> files = new HashMap<>();
        every.show(device -> {
            Path file = folder.resolve(device.namespace() + "." + device.name() + "." + format.extension());
            CaptureFile known = files.get(file);
            if (known != null) {
                device.addTap(known, true);
            } else {
                capture(device, file, Direction.INOUT);
                if (format == OutputFormat.PCAP) {
                    files.put(file, plain.get(plain.size() - 1));
                }
            }
        });
    }

    /** One pcapng with every interface of the model, those too that are made later. */
    public CaptureOutputs together(Path file) throws IOException {
        onlyPcapng("--out-all", file);
        PcapngCapture capture = commented(file);
        every.show(device -> capture.watch(device, Direction.INOUT));
        return this;
    }

    /** Takes what is new into what holds every interface. */
    void watchNew() {
        every.showNew();
    }

    /** A file for several interfaces that somebody else watches. */
    public SharedCapture shared(Path file) throws IOException {
        names.write(file);
        return SharedCapture.create(file, isPcapng(file));
    }

    private boolean isPcapng(Path file) {
        return format.of(file) == OutputFormat.PCAPNG;
    }

    /** A pcapng of every frame that is dropped, with the place, the reason and the rule beside it. */
    public CaptureOutputs drops(Path file) throws IOException {
        if (dropped != null) {
            throw ReplayException.usage("--drops " + file + ": there is one already");
        }
        onlyPcapng("--drops", file);
        names.write(file);
        dropped = new DropsFile(network, file);
        commentary().setDrops(dropped);
        return this;
    }

    private static void onlyPcapng(String flag, Path file) {
        if (OutputFormat.PCAPNG.of(file) != OutputFormat.PCAPNG) {
            throw ReplayException.usage(flag + " " + file + ": it is written as pcapng; a pcap has no comments");
        }
    }

    private PcapngCapture commented(Path file) throws IOException {
        PcapngCapture capture = commented.get(file);
        if (capture == null) {
            names.write(file);
            capture = new PcapngCapture(network, commentary(), file);
            commented.put(file, capture);
        }
        return capture;
    }

    private Commentary commentary() {
        if (commentary == null) {
            commentary = new Commentary(network.kernel());
        }
        return commentary;
    }

    /** What has to be told of every step; null where no file wants comments. */
    Trace trace() {
        return commentary;
    }

    void flush() throws IOException {
        if (commentary != null) {
            commentary.closeAll(true);
        }
        for (CaptureFile capture : plain) {
            capture.flush();
        }
        for (PcapngCapture capture : commented.values()) {
            capture.flush();
        }
        if (dropped != null) {
            dropped.flush();
        }
    }

    void commit() throws IOException {
        for (CaptureFile capture : plain) {
            capture.commit();
        }
        for (PcapngCapture capture : commented.values()) {
            capture.commit();
        }
        if (dropped != null) {
            dropped.commit();
        }
    }

    @Override
    public void close() {
        plain.forEach(CaptureFile::close);
        commented.values().forEach(PcapngCapture::close);
        if (dropped != null) {
            dropped.close();
        }
    }
}
