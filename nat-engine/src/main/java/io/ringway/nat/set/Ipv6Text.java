package io.ringway.nat.set;

import io.ringway.packet.Ipv4Address;

/** IPv6 addresses in words: what inet_pton(3) takes and inet_ntop(3) gives. */
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    /** Null for what is none. */
    static int[] parse(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] all = groups(text);
            return all == null || all.length != GROUPS ? null : words(all, new int[0]);
        }
        int[] head = gap == 0 ? new int[0] : groups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        int[] tail = rest.isEmpty() ? new int[0] : groups(rest);
        return head == null || tail == null || head.length + tail.length >= GROUPS ? null : words(head, tail);
    }

    private static int[] words(int[] head, int[] tail) {
        int[] all = new int[GROUPS];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, GROUPS - tail.length, tail.length);
        int[] words = new int[GROUPS / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = all[2 * i] << 16 | all[2 * i + 1];
        }
        return words;
    }

    private static int[] groups(String text) {
        String[] parts = text.split(":", -1);
        boolean dotted = parts[parts.length - 1].indexOf('.') >= 0;
        int[] groups = new int[parts.length + (dotted ? 1 : 0)];
        for (int i = 0; i < parts.length; i++) {
            if (dotted && i == parts.length - 1) {
                if (!parts[i].matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
                    return null;
                }
                int address = Ipv4Address.parse(parts[i]);
                groups[i] = address >>> 16;
                groups[i + 1] = address & 0xffff;
            } else if (parts[i].matches("[0-9A-Fa-f]{1,4}")) {
                groups[i] = Integer.parseInt(parts[i], 16);
            } else {
                return null;
            }
        }
        return groups;
    }

    static String format(int[] words) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = words[i / 2] >>> (i % 2 == 0 ? 16 : 0) & 0xffff;
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = 0;
            while (i + run < GROUPS && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        boolean dotted = start == 0 && (length == 6 || (length == 5 && groups[5] == 0xffff));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < (dotted ? 6 : GROUPS); i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(groups[i]));
            }
        }
        if (dotted) {
            text.append(text.charAt(text.length() - 1) == ':' ? "" : ":").append(Ipv4Address.format(words[3]));
        }
        return text.toString();
    }
}
