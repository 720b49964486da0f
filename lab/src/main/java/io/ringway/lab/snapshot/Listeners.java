package io.ringway.lab.snapshot;

import io.ringway.lab.snapshot.HostRecord.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code ss} prints of sockets that listen; those of IPv6 alone are passed over. */
final class Listeners {
    static final String COMMAND = "ss -Hltunp";

    /** {@code tcp LISTEN 0 128 0.0.0.0:80 0.0.0.0:* users:(("nginx",pid=7,fd=6))} */
    private static final Pattern LINE = Pattern.compile(
            "(tcp|udp)\\s+\\S+\\s+\\d+\\s+\\d+\\s+(\\S+):(\\d{1,5})\\s+\\S+(?:\\s+users:\\(\\(\"([^\"]*)\".*)?\\s*");

    private Listeners() {}

    /** Null where it was not asked. */
    static List<Listener> of(RecordedNamespace namespace) {
        Section section = namespace.section(COMMAND);
        if (section == null || !section.worked()) {
            return null;
        }
        List<Listener> all = new ArrayList<>();
        for (Section.Line line : section.lines()) {
            Matcher found = LINE.matcher(line.text());
            if (found.matches() && !found.group(2).startsWith("[")) {
                String address = found.group(2).replaceFirst("%.*", "");
                String program = found.group(4) == null ? "" : found.group(4);
                all.add(new Listener(found.group(1), address, Integer.parseInt(found.group(3)), program));
            }
        }
        return List.copyOf(all);
    }
}
