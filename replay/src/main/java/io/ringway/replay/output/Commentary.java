package io.ringway.replay.output;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Trace;
import io.ringway.nat.rules.RuleName;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a {@link Journal} of each frame that is under way: why, where and by which rule it was translated or dropped. A
 * frame and its copies have one, and so have the answers that it caused; it is closed when the instant is over in which
 * the frame came to rest.
 */
final class Commentary implements Trace {
    private final Kernel kernel;
    private final Map<Long, Journal> caused = new HashMap<>();

    /** Of what timers and commands made. */
    private final Map<Frame, Journal> others = new IdentityHashMap<>();

    private final List<Long> ids = new ArrayList<>();
    private final KnownTranslations translations = new KnownTranslations();
    private DropsFile drops;
    private long timeNs = Long.MIN_VALUE;
    private long newest;

    Commentary(Kernel kernel) {
        this.kernel = kernel;
    }

    /** A file is given every frame that is dropped, too. */
    void setDrops(DropsFile file) {
        drops = file;
    }

    /** What is known of the frame, and will be. */
    Journal of(Frame frame) {
        if (kernel.wallNs() != timeNs || frame.history().id() > newest) {
            timeNs = kernel.wallNs();
            newest = Math.max(newest, frame.history().id());
            closeAll(false);
        }
        long id = frame.history().id();
        if (id == 0) {
            return others.computeIfAbsent(frame, key -> new Journal());
        }
        long key = id << 2 | (isAnswer(frame) ? 1 : 0) | (isArp(frame) ? 2 : 0);
        Journal journal = caused.get(key);
        if (journal == null) {
            journal = new Journal();
            caused.put(key, journal);
            ids.add(key);
        }
        return journal;
    }

    /** Closes the journals of all that came to rest; at the end of what waits, too. */
    void closeAll(boolean end) {
        others.values().forEach(Journal::close);
        others.clear();
        int kept = 0;
        for (int i = 0; i < ids.size(); i++) {
            Journal journal = caused.get(ids.get(i));
            if (journal.waits() && !end) {
                ids.set(kept++, ids.get(i));
            } else {
                journal.close();
                caused.remove(ids.get(i));
            }
        }
        ids.subList(kept, ids.size()).clear();
    }

    private static boolean isAnswer(Frame frame) {
        return frame.history().wraps() > 0
                ? frame.history().innerOriginated()
                : frame.history().originated();
    }

    /** Of the model's own frames only: their Ethernet header may not be there yet, but their packet is. */
    private static boolean isArp(Frame frame) {
        int at = frame.networkOffset();
        return frame.history().originated()
                && (at < EthernetHeader.LENGTH || frame.length() <= at || frame.u8(at) >>> 4 != 4);
    }

    @Override
    public void hop(Frame frame, String namespace, String where, String what) {
        Journal journal = of(frame);
        journal.setWaits(where.equals("neighbour") && what.startsWith("held"));
        if (what.equals("in") || what.equals("out")) {
            journal.seen(namespace + ":" + where, what.equals("out"));
        } else if (where.equals("local") && what.startsWith("delivered")) {
            journal.arrived();
        }
    }

    @Override
    public void rule(
            Frame frame, String namespace, String table, String chain, int number, String text, String verdict) {
        Journal journal = of(frame);
        if (verdict.equals("ACCEPT")) {
            journal.setDecided(null);
            return;
        }
        RuleName rule = new RuleName(table, chain, number, text);
        journal.setDecided(rule);
        if (table.equals("nat") && number > 0) {
            journal.setTranslator(rule);
        }
    }

    @Override
    public void rewritten(Frame frame, String namespace, String where, String field, String before, String after) {
        Journal journal = of(frame);
        RuleName rule = journal.translator();
        if (rule != null) {
            translations.learn(namespace, before, after, rule);
            journal.setTranslator(null);
        } else {
            rule = translations.find(namespace, before, after);
        }
        journal.add("translated in " + namespace + " at " + where + ": " + before + " becomes " + after
                + (rule == null ? "" : ", by " + rule));
    }

    @Override
    public void dropped(Frame frame, String namespace, String where, DropReason reason) {
        Journal journal = of(frame);
        journal.setWaits(false);
        RuleName rule = reason == DropReason.NETFILTER_DROP ? journal.decided() : null;
        String comment = "dropped in " + namespace + " at " + where + ": " + reason.kernelName() + " ("
                + reason.meaning() + ")" + (rule == null ? "" : ", by " + rule);
        if (reason == DropReason.OTHERHOST) {
            journal.passedBy(comment);
        } else if (reason != DropReason.ARP_CONSUMED) {
            journal.add(comment);
        }
        if (drops != null) {
            drops.dropped(frame, namespace, where, journal, comment);
        }
    }
}
