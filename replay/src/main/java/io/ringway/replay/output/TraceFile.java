package io.ringway.replay.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Trace;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.replay.request.ReplayException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;

/** The trace as JSON, one line for each frame and step: frame, time, ns, where, what, and rule, field or reason. */
public final class TraceFile implements Trace, Closeable {
    private final Kernel kernel;
    private final JsonGenerator json;

    public TraceFile(Kernel kernel, Writer out) throws IOException {
        this.kernel = kernel;
        json = new JsonFactory().createGenerator(out);
        json.setRootValueSeparator(null);
    }

    @Override
    public void hop(Frame frame, String namespace, String where, String what) {
        write(frame, namespace, where, what);
    }

    @Override
    public void rule(
            Frame frame, String namespace, String table, String chain, int number, String text, String verdict) {
        write(
                frame,
                namespace,
                table + "/" + chain,
                verdict,
                "table",
                table,
                "chain",
                chain,
                "number",
                Integer.toString(number),
                "rule",
                text);
    }

    @Override
    public void rewritten(Frame frame, String namespace, String where, String field, String before, String after) {
        write(frame, namespace, where, "rewritten", "field", field, "before", before, "after", after);
    }

    @Override
    public void dropped(Frame frame, String namespace, String where, DropReason reason) {
        write(frame, namespace, where, "dropped", "reason", reason.kernelName(), "meaning", reason.meaning());
    }

    @Override
    public void storm(Frame frame, String namespace, String where, String cycle) {
        DropReason reason = DropReason.STORM;
        write(
                frame,
                namespace,
                where,
                "dropped",
                "reason",
                reason.kernelName(),
                "meaning",
                reason.meaning(),
                "cycle",
                cycle);
    }

    private void write(Frame frame, String namespace, String where, String what, String... more) {
        try {
            json.writeStartObject();
            json.writeNumberField("frame", frame.history().id());
            json.writeNumberField("time", kernel.wallNs());
            json.writeStringField("ns", namespace);
            json.writeStringField("where", where);
            json.writeStringField("what", what);
            for (int i = 0; i < more.length; i += 2) {
                json.writeStringField(more[i], more[i + 1]);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new ReplayException("the trace cannot be written: " + WholeFile.reason(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
