package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.FlowAttribute;
import io.ringway.nat.conntrack.tool.ToolRequest.Output;
import java.util.List;
import java.util.Locale;

/** Lists of words with commas between them, each of which may be cut short: {@code -u}, {@code -e}, {@code -o}. */
final class ListedWords {
    /** There is no file of label names in a lab. */
    static final String NO_LABELS = "nfct_labelmap_new: No such file or directory\n";

    private static final List<String> STATUS =
            List.of("ASSURED", "SEEN_REPLY", "UNSET", "FIXED_TIMEOUT", "EXPECTED", "OFFLOAD", "HW_OFFLOAD");
    private static final int[] STATUS_BITS = {1 << 2, 1 << 1, 0, 1 << 10, 1, 1 << 14, 1 << 15};
    private static final List<String> EVENTS = List.of("ALL", "NEW", "UPDATES", "DESTROY");
    private static final int[] EVENT_BITS = {7, ToolRequest.NEW, ToolRequest.UPDATES, ToolRequest.DESTROY};
    private static final List<String> OUTPUTS =
            List.of("xml", "extended", "timestamp", "id", "ktimestamp", "labels", "userspace", "save");
    private static final int SEEN_REPLY = 1 << 1;

    private ListedWords() {}

    /** Bits that have to be set and, behind {@code !}, bits that are looked at ({@code parse_parameter_mask()}). */
    static void status(ToolRequest request, String argument) {
        long value = 0;
        String rest = argument;
        while (rest != null) {
            int comma = rest.indexOf(',');
            String word = comma < 0 ? rest : rest.substring(0, comma);
            String blamed = rest;
            boolean negated = word.startsWith("!") && comma != 0;
            word = negated ? word.substring(1) : word;
            blamed = negated ? blamed.substring(1) : blamed;
            if (!negated && rest.startsWith("UNREPLIED")) {
                request.statusMask |= SEEN_REPLY;
            } else {
                int found = find(request, STATUS, word, blamed);
                long bits = found < 0 ? 0 : STATUS_BITS[found];
                value |= negated ? 0 : bits;
                request.statusMask |= negated ? bits : 0;
            }
            rest = comma < 0 ? null : rest.substring(comma + 1);
        }
        request.flow.set(FlowAttribute.STATUS, value);
        if (request.statusMask == 0) {
            request.statusMask = value;
        }
        request.mark = value;
        request.statusValue = value;
        request.kernelStatus = true;
    }

    static void events(ToolRequest request, String argument) {
        for (String rest = argument; rest != null; rest = after(rest)) {
            int found = find(request, EVENTS, word(rest), rest);
            request.events |= found < 0 ? 0 : EVENT_BITS[found];
        }
    }

    static void output(ToolRequest request, String argument) {
        for (String rest = argument; rest != null; rest = after(rest)) {
            int found = find(request, OUTPUTS, word(rest), rest);
            if (found >= 0) {
                request.output.add(Output.valueOf(OUTPUTS.get(found).toUpperCase(Locale.ROOT)));
            }
        }
        if (request.output.contains(Output.LABELS)) {
            request.said.append(NO_LABELS);
        }
        boolean others = request.output.stream().anyMatch(one -> one != Output.SAVE && one != Output.USERSPACE);
        if (request.output.contains(Output.SAVE) && others) {
            throw ConntrackRefusal.other("cannot combine save output with any other output type, use -o save only");
        }
    }

    private static String word(String rest) {
        int comma = rest.indexOf(',');
        return comma < 0 ? rest : rest.substring(0, comma);
    }

    private static String after(String rest) {
        int comma = rest.indexOf(',');
        return comma < 0 ? null : rest.substring(comma + 1);
    }

    /** The first that the word abbreviates; -1 for the two that the tool warns of and passes over. */
    private static int find(ToolRequest request, List<String> words, String word, String blamed) {
        if (word.isEmpty()) {
            throw ConntrackRefusal.parameter("Bad parameter `" + blamed + "'");
        }
        for (String nat : List.of("SRC_NAT", "DST_NAT")) {
            if (abbreviates(word, nat)) {
                String option = nat.startsWith("SRC") ? "--src-nat" : "--dst-nat";
                request.said.append("WARNING: ignoring " + nat + ", use " + option + " instead\n");
                return -1;
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (abbreviates(word, words.get(i))) {
                return i;
            }
        }
        throw ConntrackRefusal.parameter("Bad parameter `" + blamed + "'");
    }

    private static boolean abbreviates(String word, String whole) {
        return whole.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT));
    }
}
