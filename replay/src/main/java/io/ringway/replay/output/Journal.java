package io.ringway.replay.output;

import io.ringway.nat.rules.RuleName;
import java.util.ArrayList;
import java.util.List;

/** What happened to one frame, as the comments say it that stand beside it wherever it was seen. */
final class Journal {
    private final List<String> comments = new ArrayList<>();

    /** Of copies that were for another host: worth a word only where none was for anybody. */
    private final List<String> passedBy = new ArrayList<>();

    private boolean arrived;
    private boolean waits;
    private boolean closed;
    private RuleName decided;
    private RuleName translator;
    private String seenAt = "";
    private boolean seenOutgoing;

    void add(String comment) {
        comments.add(comment);
    }

    void passedBy(String comment) {
        passedBy.add(comment);
    }

    void arrived() {
        arrived = true;
    }

    /** Whether it is kept somewhere until something happens. */
    void setWaits(boolean newWaits) {
        waits = newWaits;
    }

    boolean waits() {
        return waits;
    }

    /** Nothing will be added any more. */
    void close() {
        if (!closed && !arrived && comments.isEmpty()) {
            comments.addAll(passedBy);
        }
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    List<String> comments() {
        return comments;
    }

    /** The rule that said no last; null while none did. */
    RuleName decided() {
        return decided;
    }

    void setDecided(RuleName rule) {
        decided = rule;
    }

    /** The rule of a nat table that was met last, null before. */
    RuleName translator() {
        return translator;
    }

    void setTranslator(RuleName rule) {
        translator = rule;
    }

    void seen(String interfaceName, boolean outgoing) {
        seenAt = interfaceName;
        seenOutgoing = outgoing;
    }

    /** The interface where it was seen last, "" for none. */
    String seenAt() {
        return seenAt;
    }

    boolean seenOutgoing() {
        return seenOutgoing;
    }
}
