package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes that {@code -m string} looks for, as {@code --string} or {@code --hex-string} writes them (libxt_string.c). */
final class StringPattern {
    private static final int MAX_BYTES = 128;

    private final byte[] bytes;

    private StringPattern(byte[] bytes) {
        this.bytes = bytes;
    }

    static StringPattern parse(String text) {
        return checked(text, text.getBytes(StandardCharsets.UTF_8));
    }

    private static StringPattern checked(String text, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw Refusal.parameter("STRING too long \"" + text + "\"");
        }
        return new StringPattern(bytes);
    }

    /** Reads characters as they are, but for hexadecimal pairs between bars, and for any one behind a backslash. */
    static StringPattern parseHex(String text) {
        byte[] given = text.getBytes(StandardCharsets.UTF_8);
        if (given.length == 0) {
            throw Refusal.parameter("STRING must contain at least one char");
        }
        byte[] bytes = new byte[given.length];
        int count = 0;
        boolean hex = false;
        int at = 0;
        while (at < given.length) {
            boolean literal = given[at] == '\\';
            if (literal && hex) {
                throw Refusal.parameter("Cannot include literals in hex data");
            }
            if (given[at] == '|') {
                hex = !hex;
                while (hex && at + 1 < given.length && given[at + 1] == ' ') {
                    at++;
                }
                at++;
                if (at >= given.length) {
                    break;
                }
            }
            if (literal) {
                if (at + 1 >= given.length) {
                    throw Refusal.parameter("Bad literal placement at end of string");
                }
                bytes[count++] = given[at + 1];
                at += 2;
            } else if (hex) {
                bytes[count++] = pair(given, at);
                at += given[at + 2] == ' ' ? 3 : 2;
            } else {
                bytes[count++] = given[at++];
            }
        }
        return checked(text, Arrays.copyOf(bytes, count));
    }

    /** The byte that two digits say; something must stand behind them. */
    private static byte pair(byte[] given, int at) {
        if (at + 1 >= given.length) {
            throw Refusal.parameter("Odd number of hex digits");
        }
        if (at + 2 >= given.length) {
            throw Refusal.parameter("Invalid hex block");
        }
        return (byte) (digit(given[at]) << 4 | digit(given[at + 1]));
    }

    private static int digit(byte value) {
        int digit = value < 0 ? -1 : Character.digit(value, 16);
        if (digit < 0) {
            throw Refusal.parameter("Invalid hex char '" + (char) (value & 0xff) + "'");
        }
        return digit;
    }

    int length() {
        return bytes.length;
    }

    /** The bytes to be compared, in upper case if case does not count. */
    int[] folded(boolean ignoresCase) {
        int[] folded = new int[bytes.length];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = ignoresCase ? upper(bytes[i] & 0xff) : bytes[i] & 0xff;
        }
        return folded;
    }

    /** As the kernel's {@code toupper()}, which reads bytes as Latin-1: of ß and ÿ it makes what stands 32 before. */
    static int upper(int value) {
        boolean lower = (value >= 'a' && value <= 'z') || (value >= 0xdf && value != 0xf7);
        return lower ? value - 32 : value;
    }

    boolean isPrintedAsHex() {
        for (byte value : bytes) {
            if (value < ' ' || value > '~') {
                return true;
            }
        }
        return bytes.length > 0 && bytes[bytes.length - 1] == '\\';
    }

    /** As {@code "a \"b\""}, or as {@code "|0d0a|"}. */
    void append(StringBuilder out) {
        boolean hex = isPrintedAsHex();
        out.append(hex ? "\"|" : "\"");
        for (byte value : bytes) {
            if (hex) {
                out.append(Character.forDigit(value >> 4 & 0xf, 16)).append(Character.forDigit(value & 0xf, 16));
            } else {
                out.append(value == '"' || value == '\\' ? "\\" : "").append((char) value);
            }
        }
        out.append(hex ? "|\"" : "\"");
    }
}
