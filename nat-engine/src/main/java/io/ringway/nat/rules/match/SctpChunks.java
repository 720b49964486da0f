package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Refusal;
import io.ringway.packet.Frame;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * What {@code --chunk-types} says of the chunks of a packet (xt_sctp.c:match_packet()): whether all of some types are
 * there, any of them, or only them; of some types, with which flags.
 */
final class SctpChunks {
    /** Answers of {@link #compare}. */
    static final int NO = 0;

    static final int YES = 1;
    /** A chunk that is cut off or says that it is empty. */
    static final int BROKEN = 2;

    private static final int CHUNK_HEADER_BYTES = 4;

    /** How the types of the packet have to stand to those of the rule. */
    private enum Mode {
        ALL,
        ANY,
        ONLY
    }

    /** The types that have a name, in the order of the tool's table: a message counts them in it. */
    private enum Type {
        DATA(0, "----IUBE"),
        INIT(1),
        INIT_ACK(2),
        SACK(3),
        HEARTBEAT(4),
        HEARTBEAT_ACK(5),
        ABORT(6, "-------T"),
        SHUTDOWN(7),
        SHUTDOWN_ACK(8),
        ERROR(9),
        COOKIE_ECHO(10),
        COOKIE_ACK(11),
        ECN_ECNE(12),
        ECN_CWR(13),
        SHUTDOWN_COMPLETE(14, "-------T"),
        I_DATA(64),
        RE_CONFIG(130),
        PAD(132),
        ASCONF(193),
        ASCONF_ACK(128),
        FORWARD_TSN(192),
        I_FORWARD_TSN(194);

        private static final Type[] BY_NUMBER = Type.values();

        static {
            Arrays.sort(BY_NUMBER, Comparator.comparingInt(type -> type.number));
        }

        private final int number;
        private final String flags;

        Type(int number) {
            this(number, "--------");
        }

        Type(int number, String flags) {
            this.number = number;
            this.flags = flags;
        }
    }

    private final Mode mode;
    private final boolean[] wanted = new boolean[256];
    private int count;
    private final int[] flagMasks = new int[256];
    private final int[] flags = new int[256];
    /** Of ALL: the types met in the packet at hand. */
    private final boolean[] met = new boolean[256];

    private SctpChunks(Mode mode) {
        this.mode = mode;
    }

    static SctpChunks parse(String mode, String types) {
        SctpChunks chunks = new SctpChunks(parseMode(mode));
        if (types.equalsIgnoreCase("ALL")) {
            for (int i = 0; i < 256; i++) {
                chunks.want(i);
            }
        } else if (!types.equalsIgnoreCase("NONE")) {
            for (String word : types.split(",", -1)) {
                if (!word.isEmpty()) {
                    chunks.add(word);
                }
            }
        }
        return chunks;
    }

    private static Mode parseMode(String word) {
        for (Mode mode : Mode.values()) {
            if (mode.name().equalsIgnoreCase(word)) {
                return mode;
            }
        }
        throw Refusal.parameter("Match type has to be one of \"ALL\", \"ANY\" or \"ONLY\"");
    }

    private void want(int type) {
        count += wanted[type] ? 0 : 1;
        wanted[type] = true;
    }

    private void add(String word) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? word : word.substring(0, colon);
        for (Type type : Type.values()) {
            if (type.name().equalsIgnoreCase(name)) {
                want(type.number);
                if (colon >= 0) {
                    addFlags(type, word.substring(colon + 1));
                }
                return;
            }
        }
        throw Refusal.parameter("Unknown sctp chunk `" + name + "'");
    }

    private void addFlags(Type type, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            int place = type.flags.indexOf(Character.toUpperCase(letter));
            if (place < 0) {
                throw Refusal.parameter("Invalid flags for chunk type " + type.ordinal());
            }
            int bit = 1 << (7 - place);
            flagMasks[type.number] |= bit;
            flags[type.number] |= Character.isUpperCase(letter) ? bit : 0;
        }
    }

    /**
     * @param end where the packet ends
     */
    int compare(Frame frame, int from, int end) {
        int missing = mode == Mode.ALL ? count : 0;
        boolean found = false;
        int at = from;
        do {
            if (at + CHUNK_HEADER_BYTES > end || frame.u16(at + 2) == 0) {
                return broken();
            }
            int type = frame.u8(at);
            boolean fits = wanted[type] && (frame.u8(at + 1) & flagMasks[type]) == flags[type];
            if (mode == Mode.ALL && fits && !met[type]) {
                met[type] = true;
                missing--;
            }
            if (mode == Mode.ANY ? fits : mode == Mode.ONLY && !fits) {
                found = true;
                break;
            }
            at += frame.u16(at + 2) + 3 & ~3;
        } while (at < end);
        forget();
        return switch (mode) {
            case ALL -> missing == 0 ? YES : NO;
            case ANY -> found ? YES : NO;
            case ONLY -> found ? NO : YES;
        };
    }

    private int broken() {
        forget();
        return BROKEN;
    }

    private void forget() {
        if (mode == Mode.ALL) {
            Arrays.fill(met, false);
        }
    }

    /** As {@code any DATA:Be,INIT}; with numbers instead of names if {@code numeric}. */
    void append(StringBuilder out, boolean numeric) {
        out.append(mode.name().toLowerCase(Locale.ROOT)).append(' ');
        if (count == 0 || count == 256) {
            out.append(count == 0 ? "NONE" : "ALL");
            return;
        }
        String separator = "";
        for (Type type : Type.BY_NUMBER) {
            if (wanted[type.number]) {
                out.append(separator).append(numeric ? String.format("0x%04X", type.number) : type.name());
                appendFlags(out, type);
                separator = ",";
            }
        }
    }

    private void appendFlags(StringBuilder out, Type type) {
        int mask = flagMasks[type.number];
        out.append(mask == 0 ? "" : ":");
        for (int bit = 7; bit >= 0; bit--) {
            if ((mask & (1 << bit)) != 0) {
                char letter = type.flags.charAt(7 - bit);
                out.append((flags[type.number] & 1 << bit) != 0 ? letter : Character.toLowerCase(letter));
            }
        }
    }
}
