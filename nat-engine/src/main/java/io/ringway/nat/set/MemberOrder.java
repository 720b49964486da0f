package io.ringway.nat.set;

import java.util.ArrayList;
import java.util.List;

/**
 * The order of {@code ipset -sorted} (lib/session.c: {@code bystrcmp()}): numbers by their value, read as hexadecimal, shorter
 * names before longer ones, and under one address the longest prefix first. It is none that compares alike both ways round,
 * so that the sort is spelt out.
 */
final class MemberOrder {
    private MemberOrder() {}

    /** Merges halves, the first of equals first. */
    static List<String> sort(List<String> lines) {
        if (lines.size() < 2) {
            return lines;
        }
        List<String> left = sort(lines.subList(0, lines.size() / 2));
        List<String> right = sort(lines.subList(lines.size() / 2, lines.size()));
        List<String> merged = new ArrayList<>(lines.size());
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            boolean takesLeft = r == right.size() || (l < left.size() && compare(left.get(l), right.get(r)) <= 0);
            merged.add(takesLeft ? left.get(l++) : right.get(r++));
        }
        return merged;
    }

    private static int compare(String one, String other) {
        int x = 0;
        int y = 0;
        int sign = 1;
        while (x < one.length() && y < other.length()) {
            int xEnd = numberEnd(one, x);
            int yEnd = numberEnd(other, y);
            if (xEnd == x || yEnd == y) {
                int xName = nameLength(one, x);
                int yName = nameLength(other, y);
                if (xName == 0 && yName == 0) {
                    return one.substring(x).compareTo(other.substring(y));
                }
                if (xName != yName) {
                    return Integer.compare(xName, yName);
                }
                int order = one.substring(x, x + xName).compareTo(other.substring(y, y + yName));
                if (order != 0) {
                    return order;
                }
                x += xName + 1;
                y += yName + 1;
                sign = 1;
                continue;
            }
            long difference = number(one, x, xEnd) - number(other, y, yEnd);
            if (difference != 0) {
                return sign * Long.signum(difference);
            }
            char xAfter = at(one, xEnd);
            char yAfter = at(other, yEnd);
            if (xAfter == '/' && yAfter == '/') {
                sign = -1;
            } else if (xAfter == '/' || yAfter == '/') {
                return xAfter == '/' ? 1 : -1;
            }
            x = xEnd + 1;
            y = yEnd + 1;
            boolean xGap = at(one, x) == ':';
            boolean yGap = at(other, y) == ':';
            if (xGap != yGap) {
                return xGap ? -1 : 1;
            }
            x += xGap ? 1 : 0;
            y += yGap ? 1 : 0;
        }
        return x < one.length() ? 1 : y < other.length() ? -1 : 0;
    }

    private static char at(String text, int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static int nameLength(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != ':' && text.charAt(at) != ',') {
            at++;
        }
        return at - from;
    }

    /** The end of what strtol(3) takes in base 16; {@code from} when that is nothing. */
    private static int numberEnd(String text, int from) {
        int at = from;
        while (Character.isWhitespace(at(text, at))) {
            at++;
        }
        int digits = at;
        while (Character.digit(at(text, at), 16) >= 0) {
            at++;
        }
        return at == digits ? from : at;
    }

    private static long number(String text, int from, int to) {
        String digits = text.substring(from, to).strip();
        return digits.length() > 15 ? Long.MAX_VALUE : Long.parseLong(digits, 16);
    }
}
