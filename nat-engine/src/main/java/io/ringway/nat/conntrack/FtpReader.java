package io.ringway.nat.conntrack;

import io.ringway.packet.Frame;

/**
 * Looks for an announcement at the start of a segment's payload ({@code nf_conntrack_ftp.c:find_pattern()}), and leaves what it says
 * in its fields. One instance serves all in turn.
 */
final class FtpReader {
    enum Outcome {
        NONE,
        FOUND,
        /** It begins like one and does not go on as one: it may be cut, so that nobody knows what is announced. */
        PARTIAL
    }

    private static final FtpCommand[] OF_CLIENT = {FtpCommand.PORT, FtpCommand.EPRT};
    private static final FtpCommand[] OF_SERVER = {FtpCommand.PASV, FtpCommand.EPSV};
    private static final int LONGEST_NUMBER = 65_535;

    private Frame frame;
    private int end;

    FtpCommand command;

    /** Where the numbers stand. */
    int at;

    int length;
    int address;
    int port;

    /**
     * @param sender the address of who says it, taken for announced where the line has none
     */
    Outcome read(Frame segment, int from, int until, boolean reply, int sender) {
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
        int i = at;
        long read = 0;
        for (int number = 0; number < 6; number++) {
            int value = 0;
            for (; i < end && isDigit(frame.u8(i)); i++) {
                value = value * 10 + frame.u8(i) - '0';
                if (value > 255) {
                    return 0;
                }
            }
            boolean last = number == 5;
            boolean ends = i < end && (last ? isTerminator(frame.u8(i)) : frame.u8(i) == ',');
            if (!ends) {
                return 0;
            }
            read = read << 8 | value;
            i += last ? 0 : 1;
        }
        address = (int) (read >>> 16);
        port = (int) read & 0xffff;
        return i - at;
    }

    private boolean isTerminator(int letter) {
        return command.terminator == 0 ? letter != ',' : letter == command.terminator;
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
        int i = at + 3;
        int read = 0;
        for (int number = 0; number < 4; number++) {
            int value = 0;
            for (; i < end && isDigit(frame.u8(i)); i++) {
                value = value * 10 + frame.u8(i) - '0';
                if (value > 255) {
                    return 0;
                }
            }
            if (i == end || frame.u8(i) != (number == 3 ? delimiter : '.')) {
                return 0;
            }
            read = read << 8 | value;
            i++;
        }
        address = read;
        return readPort(i, delimiter);
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

    private int readPort(int from, int delimiter) {
        int i = from;
        int value = 0;
        for (; i < end && isDigit(frame.u8(i)); i++) {
            value = value * 10 + frame.u8(i) - '0';
            if (value > LONGEST_NUMBER) {
                return 0;
            }
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
