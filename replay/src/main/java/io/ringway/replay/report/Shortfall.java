package io.ringway.replay.report;

import io.ringway.engine.Network;
import io.ringway.replay.conversation.Conversation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Why little came through: nothing was delivered, or fewer than half of the frames of the captures, ARP aside, reached the
 * stack that they were for, whether it has a socket for them or not, or left the model.
 *
 * @param arrived frames that did; fragments that became one packet count each
 * @param frames of the captures, ARP aside
 * @param unheard frames that reached the stack that they were for, which has no socket for them
 * @param arpOnly whether there was ARP, and nothing else
 * @param reasons those that stopped most frames first
 */
public record Shortfall(long arrived, long frames, long unheard, boolean arpOnly, List<Reason> reasons) {
    private static final int SHOWN = 5;

    /**
     * @param frames that it stopped
     * @param what happened to them, and where
     * @param help which flag, command or rule would change it; "" for none
     */
    public record Reason(long frames, String what, String help) {}

    /** Null where enough came through. */
    public static Shortfall of(
            Network network, List<Conversation> conversations, Collection<DropSite> sites, List<Reason> inputs) {
        long merged = network.accounts().mergedFrames();
        long frames = 0;
        long delivered = 0;
        for (Conversation conversation : conversations) {
            if (!conversation.protocol().equals("arp")) {
                frames += conversation.frames();
                delivered += Math.min(conversation.delivered(), conversation.frames());
            }
        }
        long unheard = sites.stream()
                .filter(DropSite::isAtItsEnd)
                .mapToLong(DropSite::frames)
                .sum();
        long arrived = delivered == 0 ? 0 : Math.min(frames, delivered + merged + unheard);
        if (arrived > 0 && arrived * 2 >= frames) {
            return null;
        }
        List<Reason> reasons = new ArrayList<>(inputs);
        for (DropSite site : DropSite.flooded(sites)) {
            if (arrived == 0 || !site.isAtItsEnd()) {
                reasons.add(DropAdvice.of(site, network));
            }
        }
        reasons.sort(Comparator.comparingLong(Reason::frames).reversed());
        return new Shortfall(
                arrived,
                frames,
                Math.min(frames, unheard),
                frames == 0 && !conversations.isEmpty(),
                List.copyOf(reasons));
    }

    /** For people: what came through, then the chief reasons, each with what would change it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(headline());
        for (Reason reason : reasons.subList(0, Math.min(SHOWN, reasons.size()))) {
            lines.add("  " + reason.frames() + " x " + reason.what());
            if (!reason.help().isEmpty()) {
                lines.add("      " + reason.help());
            }
        }
        if (reasons.size() > SHOWN) {
            lines.add("  and " + (reasons.size() - SHOWN) + " reasons more (--json lists all)");
        }
        if (arrived == 0 && frames > 0) {
            lines.add("  --trace FILE shows every step of every frame");
        }
        return lines;
    }

    private String headline() {
        if (frames == 0) {
            return reasons.isEmpty()
                    ? arpOnly ? "nothing but ARP was replayed" : "nothing was replayed: no frame came of the captures"
                    : "nothing was replayed:";
        }
        return arrived == 0
                ? "nothing was delivered, of " + frames + " frames"
                        + (unheard == 0 ? ":" : "; " + unheard + " arrived where nothing listens:")
                : "only " + arrived + " of " + frames + " frames came through:";
    }
}
