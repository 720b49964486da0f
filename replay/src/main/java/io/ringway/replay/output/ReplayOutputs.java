package io.ringway.replay.output;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Trace;
import io.ringway.lab.StateReport;
import io.ringway.replay.request.ReplayException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that a replay writes: captures, the trace, the state. Nothing appears before all of
 * it is written. */
public final class ReplayOutputs implements Closeable {
    private final Network network;
    private final OutputNames names = new OutputNames();
    private final CaptureOutputs captures;
    private final List<Trace> followers = new ArrayList<>();
    private WholeFile traceOut;
    private TraceFile trace;
    private WholeFile stateOut;
    private WholeFile logOut;
    private final List<EventFile> events = new ArrayList<>();

    public ReplayOutputs(Network network) {
        this.network = network;
        captures = new CaptureOutputs(network, names);
    }

    public CaptureOutputs captures() {
        return captures;
    }

    /** No output may replace what is read. */
    public void keepOff(Path input) {
        names.read(input);
    }

    public boolean writesStandardOutput() {
        return names.writesStandardOutput();
    }

    public void captureAll(Path folder) throws IOException {
        make(folder);
        captures.captureAll(folder);
    }

    /** A command may have made interfaces. */
    public void watchNew() {
        captures.watchNew();
    }

    /** The run begins: whoever wants to know of every step is told. */
    public void begin() {
        List<Trace> traces = new ArrayList<>(followers);
        if (trace != null) {
            traces.add(trace);
        }
        if (captures.trace() != null) {
            traces.add(captures.trace());
        }
        if (!traces.isEmpty()) {
            network.kernel().setTrace(traces.size() == 1 ? traces.get(0) : new Traces(traces));
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

    public void trace(Path file) throws IOException {
        names.write(file);
        traceOut = new WholeFile(file);
        trace = new TraceFile(network.kernel(), traceOut.writer());
    }

    /** Somebody else wants to know of every step. */
    public void follow(Trace steps) {
        followers.add(steps);
    }

    public void log(Path file) throws IOException {
        names.write(file);
        logOut = new WholeFile(file);
        network.kernel().setPacketLog(new LogFile(logOut.writer()));
    }

    public void events(Namespace namespace, Path file) throws IOException {
        names.write(file);
        events.add(new EventFile(network.kernel(), namespace, file));
    }

    public void state(Path file) throws IOException {
        names.write(file);
        stateOut = new WholeFile(file);
    }

    public void commit() throws IOException {
        network.kernel().setTrace(null);
        if (trace != null) {
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
        captures.flush();
        captures.commit();
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
        captures.close();
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
