package io.ringway.replay.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringway.engine.Network;
import io.ringway.lab.Lab;
import io.ringway.nat.conntrack.tool.FlowListing;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that lists connections, which a namespace is to have.
 *
 * @param namespace by its name in the lab
 */
public record ConnectionFile(String namespace, Path file) {
    /** {@code NS=FILE}, or {@code FILE} for the first namespace. */
    public static ConnectionFile parse(String text) {
        return parse("--conntrack", text);
    }

    /** @param option what the user wrote it behind */
    public static ConnectionFile parse(String option, String text) {
        int equals = text.indexOf('=');
        if (equals == 0 || equals == text.length() - 1 || text.isEmpty()) {
            throw ReplayException.usage(option + " \"" + text + "\": should read NS=FILE or FILE");
        }
        return new ConnectionFile(
                equals < 0 ? Network.HOST : text.substring(0, equals), Path.of(text.substring(equals + 1)));
    }

    /**
     * The lab command that makes the connections.
     *
     * @throws ReplayException for a file that cannot be read, or a line of it that is none
     */
    public String script() {
        List<String> lines = lines();
        String inside = namespace.equals(Network.HOST) ? "" : "ip netns exec " + namespace + " ";
        return inside + "conntrack -R - <<'EOF'\n" + String.join("\n", lines) + "\nEOF\n";
    }

    /** The same, read. */
    public Lab lab() {
        return Lab.parse(file.toString(), script());
    }

    private String text() throws IOException {
        return file.toString().equals("-") ? new String(System.in.readAllBytes(), UTF_8) : Files.readString(file);
    }

    private List<String> lines() {
        try {
            return FlowListing.read(text());
        } catch (FlowListing.Malformed wrong) {
            throw ReplayException.usage(file + ":" + wrong.line() + ": " + wrong.getMessage());
        } catch (CharacterCodingException e) {
            throw ReplayException.usage(file + ": not text");
        } catch (IOException e) {
            throw ReplayException.usage(file + ": cannot be read: " + WholeFile.reason(e));
        }
    }
}
