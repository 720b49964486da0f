package io.ringway.replay.output;

import io.ringway.engine.Namespace;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The captures that a replay writes: pcap of one interface each, pcapng of one or several, and what was dropped. */
public final class CaptureOutputs implements Closeable {
    private final Network network;
    private final OutputNames names;
    private final List<CaptureFile> plain = new ArrayList<>();
    private final Map<Path, PcapngCapture> commented = new LinkedHashMap<>();
    private OutputFormat format = OutputFormat.PCAP;
    private DropsFile dropped;
    private Commentary commentary;

    CaptureOutputs(Network network, OutputNames names) {
        this.network = network;
        this.names = names;
    }

    /** Of a folder, and of files whose names do not say theirs; pcap unless said. Before any of them is named. */
    public CaptureOutputs format(OutputFormat newFormat) {
        format = newFormat;
        return this;
    }

    public void capture(Device device, Path file, Direction direction) throws IOException {
        if (format.of(file) == OutputFormat.PCAPNG) {
            commented(file).watch(device, direction);
            return;
        }
        names.write(file);
        CaptureFile capture = new CaptureFile(network.kernel(), file, direction);
        plain.add(capture);
        device.addTap(capture, true);
    }

    /** A file for each interface. */
    void captureAll(Path folder) throws IOException {
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                String name = device.namespace() + "." + device.name() + "." + format.extension();
                capture(device, folder.resolve(name), Direction.INOUT);
            }
        }
    }

    /** One pcapng with every interface of the model. */
    public CaptureOutputs together(Path file) throws IOException {
        onlyPcapng("--out-all", file);
        PcapngCapture capture = commented(file);
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                capture.watch(device, Direction.INOUT);
            }
        }
        return this;
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
