package io.ringway.engine.device;

/**
 * What {@code bridge fdb add|append|replace} asks of a bridge ({@code br_fdb.c:__br_fdb_add(), fdb_add_entry()}).
 *
 * @param port null for the bridge itself
 * @param exclusive whether an entry that is there already is an error
 */
public record FdbAddition(
        long mac, BridgePort port, Kind kind, boolean sticky, boolean externLearned, boolean use, boolean exclusive) {

    /** What becomes of the address. */
    public enum Kind {
        /** Frames to it are the bridge's own. */
        LOCAL,
        STATIC,
        /** Ages as if it had been learned. */
        DYNAMIC
    }

    /** What the kernel answers. */
    public enum Answer {
        DONE(""),
        EXISTS("File exists"),
        INVALID("Invalid argument"),
        NOT_PERMITTED("Operation not permitted");

        private final String text;

        Answer(String text) {
            this.text = text;
        }

        /** The words of its error number. */
        public String text() {
            return text;
        }
    }

    Answer apply(Fdb fdb, long nowNs) {
        if (mac == 0) {
            return Answer.INVALID;
        }
        if (use) {
            return use(fdb);
        }
        if (externLearned) {
            return learnedElsewhere(fdb, nowNs);
        }
        boolean learnable = port == null || port.state().learns();
        if (kind == Kind.DYNAMIC && !learnable) {
            return Answer.NOT_PERMITTED;
        }
        boolean local = kind == Kind.LOCAL;
        if ((port == null && !local) || (sticky && local)) {
            return Answer.INVALID;
        }
        FdbEntry known = fdb.find(mac);
        if (known != null && exclusive) {
            return Answer.EXISTS;
        }
        FdbEntry entry = known == null ? fdb.create(mac, port) : known;
        boolean changed = entry.port != port
                || entry.local != local
                || entry.fixed != (kind != Kind.DYNAMIC)
                || entry.sticky != sticky;
        entry.port = port;
        entry.addedByUser = true;
        entry.local = local;
        entry.fixed = kind != Kind.DYNAMIC;
        entry.sticky = sticky;
        entry.usedNs = nowNs;
        if (changed) {
            entry.updatedNs = nowNs;
        }
        return Answer.DONE;
    }

    /** As if a frame from it had come in. */
    private Answer use(Fdb fdb) {
        if (port == null) {
            return Answer.INVALID;
        }
        if (port.state().learns()) {
            fdb.learn(mac, port);
            FdbEntry entry = fdb.find(mac);
            if (entry != null && !entry.local) {
                entry.addedByUser = true;
            }
        }
        return Answer.DONE;
    }

    /** A control plane's word, which does not age ({@code br_fdb_external_learn_add()}). */
    private Answer learnedElsewhere(Fdb fdb, long nowNs) {
        if (port == null && kind != Kind.LOCAL) {
            return Answer.INVALID;
        }
        FdbEntry known = fdb.find(mac);
        FdbEntry entry = known == null ? fdb.create(mac, port) : known;
        entry.updatedNs = nowNs;
        if (entry.externLearned) {
            entry.usedNs = nowNs;
        }
        entry.port = port;
        entry.externLearned = true;
        entry.addedByUser = true;
        entry.local |= port == null;
        return Answer.DONE;
    }
}
