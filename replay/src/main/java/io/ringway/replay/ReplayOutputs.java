package io.ringway.replay;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.lab.StateReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that a replay writes: captures, the trace, the state. Nothing appears before all of
 * it is written. */
final class ReplayOutputs implements Closeable {
    private final Network network;
    private final OutputNames names = new OutputNames();
    private final List<CaptureFile> captures = new ArrayList<>();
    private WholeFile traceOut;
    private TraceFile trace;
    private WholeFile stateOut;
    private WholeFile logOut;
    private final List<EventFile> events = new ArrayList<>();

    ReplayOutputs(Network network) {
        this.network = network;
    }

    /** No output may replace what is read. */
    void keepOff(Path input) {
        names.read(input);
    }

    /** A file that somebody else writes. */
    void keep(Path output) {
        names.write(output);
    }

    void capture(Device device, Path file, Direction direction) throws IOException {
        names.write(file);
        CaptureFile capture = new CaptureFile(network.kernel(), file, direction);
        captures.add(capture);
        device.addTap(capture, true);
    }

    void captureAll(Path folder) throws IOException {
        make(folder);
        for (Namespace namespace : network.namespaces()) {
            for (Device device : namespace.devices()) {
                Path file = folder.resolve(device.namespace() + "." + device.name() + ".pcap");
                capture(device, file, Direction.INOUT);
            }
        }
    }

    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new ReplayException(folder + ": is not a folder", e);
        } catch (IOException e) {
            throw new ReplayException(folder + ": cannot be made: " + WholeFile.reason(e), e);
        }
    }

    void trace(Path file) throws IOException {
        names.write(file);
        traceOut = new WholeFile(file);
        trace = new TraceFile(network.kernel(), traceOut.writer());
        network.kernel().setTrace(trace);
    }

    void log(Path file) throws IOException {
        names.write(file);
        logOut = new WholeFile(file);
        network.kernel().setPacketLog(new LogFile(logOut.writer()));
    }

    void events(Namespace namespace, Path file) throws IOException {
        names.write(file);
        events.add(new EventFile(network.kernel(), namespace, file));
    }

    void state(Path file) throws IOException {
        names.write(file);
        stateOut = new WholeFile(file);
    }

    void commit() throws IOException {
        if (trace != null) {
            network.kernel().setTrace(null);
            trace.close();
        }
        if (stateOut != null) {
            try {
                stateOut.writer().write(new StateReport(network).json());
                stateOut.writer().close();
            } catch (IOException e) {
                throw new IOException("the state cannot be written: " + e.getMessage(), e);
            }
        }
        if (logOut != null) {
            network.kernel().setPacketLog(null);
            logOut.writer().close();
        }
        for (EventFile file : events) {
            file.commit();
        }
        for (CaptureFile capture : captures) {
            capture.flush();
        }
        for (CaptureFile capture : captures) {
            capture.commit();
        }
        if (trace != null) {
            traceOut.commit();
        }
        if (stateOut != null) {
            stateOut.commit();
        }
        if (logOut != null) {
            logOut.commit();
        }
    }

    @Override
    public void close() throws IOException {
        network.kernel().setTrace(null);
        network.kernel().setPacketLog(null);
        if (logOut != null) {
            logOut.close();
        }
        captures.forEach(CaptureFile::close);
        for (EventFile file : events) {
            file.close();
        }
        if (traceOut != null) {
            traceOut.close();
        }
        if (stateOut != null) {
            stateOut.close();
        }
    }
}
