package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;

/**
 * Looks for an announcement at the start of a segment's payload ({@code nf_conntrack_ftp.c:find_pattern()}), and leaves what it says
 * in its fields. One instance serves all in turn.
 */
public final class FtpReader {
    public enum Outcome {
        NONE,
        FOUND,
        /** It begins like one and does not go on as one: it may be cut, so that nobody knows what is announced. */
        PARTIAL
    }

    private static final FtpCommand[] OF_CLIENT = {FtpCommand.PORT, FtpCommand.EPRT};
    private static final FtpCommand[] OF_SERVER = {FtpCommand.PASV, FtpCommand.EPSV};

    private Frame frame;
    private int end;
    private int bits;

    FtpCommand command;

    /** Where the numbers stand. */
    int at;

    int length;
    int address;
    int port;

    /**
     * @param sender the address of who says it, taken for announced where the line has none
     */
    public Outcome read(Frame segment, int from, int until, boolean reply, int sender) {
        frame = segment;
        end = until;
        address = sender;
        port = 0;
        for (FtpCommand one : reply ? OF_SERVER : OF_CLIENT) {
            command = one;
            Outcome outcome = find(from);
            if (outcome != Outcome.NONE) {
                return outcome;
            }
        }
        return Outcome.NONE;
    }

    /** Which line it was that was found. */
    public FtpCommand command() {
        return command;
    }

    /** Where its numbers stand in the frame. */
    public int at() {
        return at;
    }

    /** Bytes of its numbers. */
    public int length() {
        return length;
    }

    /** What it announces; the sender's where it says none. */
    public int address() {
        return address;
    }

    public int port() {
        return port;
    }

    private Outcome find(int from) {
        String pattern = command.pattern;
        int common = Math.min(end - from, pattern.length());
        for (int i = 0; i < common; i++) {
            if (upper(frame.u8(from + i)) != pattern.charAt(i)) {
                return Outcome.NONE;
            }
        }
        if (end - from <= pattern.length()) {
            return Outcome.PARTIAL;
        }
        at = from + pattern.length();
        if (command.skip != 0) {
            while (frame.u8(at) != command.skip) {
                if (++at == end) {
                    return Outcome.PARTIAL;
                }
            }
            at++;
        }
        length = switch (command) {
            case PORT -> readNumbers();
            case EPRT -> readExtended();
            case PASV -> readNumbersBehindWords();
            case EPSV -> readExtendedAnswer();
        };
        return length == 0 ? Outcome.PARTIAL : Outcome.FOUND;
    }

    private static int upper(int letter) {
        return letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter;
    }

    /** {@code try_rfc959()}: address and port as six numbers. */
    private int readNumbers() {
        int behind = readBytes(at, 4, ',', ',');
        if (behind == 0) {
            return 0;
        }
        int readAddress = bits;
        behind = readBytes(behind, 2, ',', command.terminator);
        if (behind == 0) {
            return 0;
        }
        address = readAddress;
        port = bits >>> 16;
        return behind - 1 - at;
    }

    /**
     * Numbers that each fill a byte of {@link #bits}, from the highest on; larger ones spill into the bytes before ({@code
     * try_number()}).
     *
     * @param terminator behind the last one, 0 for anything but the separator
     * @return the offset behind the terminator, 0 if they are others or fewer
     */
    private int readBytes(int from, int count, int separator, int terminator) {
        int i = from;
        bits = 0;
        for (int number = 0; number < count; number++) {
            int value = 0;
            for (; i < end && isDigit(frame.u8(i)); i++) {
                value = value * 10 + frame.u8(i) - '0';
            }
            boolean last = number == count - 1;
            if (i == end || !isEnd(frame.u8(i), last, separator, terminator)) {
                return 0;
            }
            bits |= value << (24 - 8 * number);
            i++;
        }
        return i;
    }

    private static boolean isEnd(int letter, boolean last, int separator, int terminator) {
        if (!last) {
            return letter == separator;
        }
        return terminator == 0 ? letter != separator : letter == terminator;
    }

    /** {@code try_rfc1123()}: servers put any words around the numbers. */
    private int readNumbersBehindWords() {
        while (at < end && !isDigit(frame.u8(at))) {
            at++;
        }
        return at == end ? 0 : readNumbers();
    }

    /** {@code try_eprt()}: {@code |1|132.235.1.2|6275|}, with any delimiter. */
    private int readExtended() {
        if (end - at <= 3) {
            return 0;
        }
        int delimiter = frame.u8(at);
        if (!isDelimiter(delimiter) || delimiter == '.' || frame.u8(at + 2) != delimiter || frame.u8(at + 1) != '1') {
            return 0;
        }
        int behind = readBytes(at + 3, 4, '.', delimiter);
        if (behind == 0) {
            return 0;
        }
        address = bits;
        return readPort(behind, delimiter);
    }

    /** {@code try_epsv_response()}: {@code |||6446|}. */
    private int readExtendedAnswer() {
        if (end - at <= 3) {
            return 0;
        }
        int delimiter = frame.u8(at);
        boolean three = isDelimiter(delimiter) && frame.u8(at + 1) == delimiter && frame.u8(at + 2) == delimiter;
        return three ? readPort(at + 3, delimiter) : 0;
    }

    /** A number of 16 bits, whatever else its digits say ({@code get_port()}). */
    private int readPort(int from, int delimiter) {
        int i = from;
        int value = 0;
        for (; i < end && isDigit(frame.u8(i)); i++) {
            value = value * 10 + frame.u8(i) - '0' & 0xffff;
        }
        if (i == end || frame.u8(i) != delimiter || value == 0) {
            return 0;
        }
        port = value;
        return i + 1 - at;
    }

    private static boolean isDelimiter(int letter) {
        return letter >= 33 && letter <= 126 && !isDigit(letter);
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }
}
