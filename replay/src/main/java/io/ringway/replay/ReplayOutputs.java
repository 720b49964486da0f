package io.ringway.replay;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.lab.StateReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that a replay writes: captures, the trace, the state. All of it appears on {@link #commit}, or nothing. */
final class ReplayOutputs implements Closeable {
    private final Network network;
    private final List<CaptureFile> captures = new ArrayList<>();
    private WholeFile traceOut;
    private TraceFile trace;
    private WholeFile stateOut;

    ReplayOutputs(Network network) {
        this.network = network;
    }

    void capture(Device device, Path file, Direction direction) throws IOException {
        CaptureFile capture = new CaptureFile(network.kernel(), file, direction);
        captures.add(capture);
        device.addTap(capture, true);
    }

    void captureAll(Path folder) throws IOException {
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                capture(device, Replay.inFolder(folder, device), Direction.INOUT);
            }
        }
    }

    void trace(Path file) throws IOException {
        traceOut = new WholeFile(file);
        trace = new TraceFile(network.kernel(), traceOut.writer());
        network.kernel().setTrace(trace);
    }

    void state(Path file) throws IOException {
        stateOut = new WholeFile(file);
    }

    void commit() throws IOException {
        for (CaptureFile capture : captures) {
            capture.commit();
        }
        if (trace != null) {
            network.kernel().setTrace(null);
            trace.close();
            traceOut.commit();
        }
        if (stateOut != null) {
            stateOut.writer().write(new StateReport(network).json());
            stateOut.commit();
        }
    }

    @Override
    public void close() throws IOException {
        network.kernel().setTrace(null);
        captures.forEach(CaptureFile::close);
        if (traceOut != null) {
            traceOut.close();
        }
        if (stateOut != null) {
            stateOut.close();
        }
    }
}
