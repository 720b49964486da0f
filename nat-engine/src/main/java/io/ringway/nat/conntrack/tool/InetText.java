package io.ringway.nat.conntrack.tool;

/** Addresses as {@code inet_aton()} and {@code inet_pton()} take them. */
final class InetText {
    /** Instead of a family. */
    static final int NEITHER = 0;

    private static final int PARTS = 4;
    private static final int GROUPS = 8;

    private InetText() {}

    static int family(String text) {
        if (parse(text) >= 0) {
            return AddressWords.IPV4;
        }
        return isIpv6(text) ? AddressWords.IPV6 : NEITHER;
    }

    static int ipv4(String text) {
        return (int) parse(text);
    }

    /** One to four numbers, the last of which fills what is left; -1 for none. */
    private static long parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > PARTS) {
            return -1;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("0[xX][0-9a-fA-F]{1,8}|0[0-7]{0,11}|[1-9][0-9]{0,9}")) {
                return -1;
            }
            long value = Numbers.any(parts[i]);
            boolean last = i == parts.length - 1;
            int bits = last ? 8 * (PARTS - i) : 8;
            if (value >>> bits != 0) {
                return -1;
            }
            address = address << bits | value;
        }
        return address;
    }

    private static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int groups = 0;
        for (String half :
                gap < 0 ? new String[] {text} : new String[] {text.substring(0, gap), text.substring(gap + 2)}) {
            int counted = groups(half, gap >= 0);
            if (counted < 0) {
                return false;
            }
            groups += counted;
        }
        return gap < 0 ? groups == GROUPS : groups < GROUPS;
    }

    private static int groups(String half, boolean mayBeEmpty) {
        if (half.isEmpty()) {
            return mayBeEmpty ? 0 : -1;
        }
        int groups = 0;
        String[] parts = half.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = i == parts.length - 1 && parts[i].matches("(\\d{1,3}\\.){3}\\d{1,3}");
            if (!dotted && !parts[i].matches("[0-9a-fA-F]{1,4}")) {
                return -1;
            }
            groups += dotted ? 2 : 1;
        }
        return groups;
    }
}
