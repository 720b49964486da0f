package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.FlowAttribute;

/** Addresses on a command line of the tool, with masks and ports where they may have some. */
final class AddressWords {
    static final int IPV4 = 2;
    static final int IPV6 = 10;

    private static final int BITS = 32;
    private static final int BITS_OF_6 = 128;
    private static final int HIGHEST_PORT = 65_535;
    private static final int NO_MASK = -1;
    private static final int WRONG_MASK = -2;

    private final ToolRequest request;

    AddressWords(ToolRequest request) {
        this.request = request;
    }

    void setFamily(int family) {
        if (request.family != ToolRequest.ANY_FAMILY && request.family != family) {
            throw ConntrackRefusal.parameter("mismatched address family");
        }
        request.family = family;
    }

    /** The argument of {@code -s}, {@code --mask-src} and the like. */
    void take(char letter, String argument) {
        int slash = argument.indexOf('/');
        String text = slash < 0 ? argument : argument.substring(0, slash);
        int family = InetText.family(text);
        int length = slash < 0 ? NO_MASK : maskLength(argument.substring(slash + 1), family);
        if (family == InetText.NEITHER) {
            throw ConntrackRefusal.parameter("Invalid IP address `" + argument + "'");
        }
        setFamily(family);
        if (length != NO_MASK && "sd[]".indexOf(letter) < 0) {
            throw ConntrackRefusal.parameter("CIDR notation unavailable for `--" + LongOption.nameOf(letter) + "'");
        }
        if (length == WRONG_MASK) {
            throw ConntrackRefusal.parameter("Invalid netmask");
        }
        request.options.add(letter);
        set(letter, family, family == IPV4 ? InetText.ipv4(text) : 0);
        boolean whole = length == (family == IPV4 ? BITS : BITS_OF_6);
        if (length != NO_MASK && !whole) {
            char mask = letter == 's' || letter == '[' ? '{' : '}';
            request.options.add(mask);
            set(mask, family, length == 0 ? 0 : -1 << (BITS - Math.min(length, BITS)));
        }
    }

    private void set(char letter, int family, int address) {
        switch (letter) {
            case 's' -> put(FlowAttribute.ORIGINAL_FAMILY, FlowAttribute.ORIGINAL_SOURCE, family, address);
            case 'd' -> put(FlowAttribute.ORIGINAL_FAMILY, FlowAttribute.ORIGINAL_DESTINATION, family, address);
            case 'r' -> put(FlowAttribute.REPLY_FAMILY, FlowAttribute.REPLY_SOURCE, family, address);
            case 'q' -> put(FlowAttribute.REPLY_FAMILY, FlowAttribute.REPLY_DESTINATION, family, address);
            case '{' -> {
                request.sourceMasked = true;
                request.sourceMask = address;
            }
            case '}' -> {
                request.destinationMasked = true;
                request.destinationMask = address;
            }
            default -> {}
        }
    }

    private void put(FlowAttribute ofFamily, FlowAttribute ofAddress, int family, int address) {
        request.flow.set(ofFamily, family);
        request.flow.set(ofAddress, address);
    }

    /** Digits to the end, none at all reading as 0. */
    private static int maskLength(String text, int family) {
        if (!text.matches("[0-9]{0,3}")) {
            return WRONG_MASK;
        }
        int length = text.isEmpty() ? 0 : Integer.parseInt(text);
        return length > (family == IPV6 ? BITS_OF_6 : BITS) ? WRONG_MASK : length;
    }

    /** The address, and perhaps port, behind {@code -n}, {@code -g} and {@code -j}. */
    void translation(char letter, String word) {
        String address = word;
        String port = null;
        int open = word.indexOf('[');
        if (open >= 0) {
            int close = word.indexOf(']', open + 1);
            if (close == open + 1) {
                throw ConntrackRefusal.parameter("No IPv6 address specified");
            }
            if (close < 0) {
                throw ConntrackRefusal.parameter("No closing ']' around IPv6 address");
            }
            int colon = word.indexOf(':', close);
            if (colon >= 0) {
                address = word.substring(open + 1, close);
                port = word.substring(colon + 1);
            }
        } else if (word.indexOf(':') >= 0 && word.indexOf(':') == word.lastIndexOf(':')) {
            address = word.substring(0, word.indexOf(':'));
            port = word.substring(word.indexOf(':') + 1);
        }
        checkPort(port);
        take(letter, address);
        int family = InetText.family(address);
        if (family == IPV4) {
            translate(letter, InetText.ipv4(address), port);
        }
    }

    private void translate(char letter, int address, String port) {
        if (letter != 'g') {
            request.flow.set(FlowAttribute.SOURCE_NAT_ADDRESS, address);
            if (port != null) {
                request.flow.set(FlowAttribute.SOURCE_NAT_PORT, Integer.parseInt(port));
            }
        }
        if (letter != 'n') {
            request.flow.set(FlowAttribute.DESTINATION_NAT_ADDRESS, address);
            if (port != null) {
                request.flow.set(FlowAttribute.DESTINATION_NAT_PORT, Integer.parseInt(port));
            }
        }
    }

    private static void checkPort(String port) {
        if (port == null) {
            return;
        }
        if (port.isEmpty()) {
            throw ConntrackRefusal.parameter("No port specified after `:'");
        }
        if (!port.matches("[0-9]{1,9}") || Integer.parseInt(port) > HIGHEST_PORT) {
            throw ConntrackRefusal.parameter("Invalid port `" + port + "'");
        }
    }
}
