package io.ringway.nat.rules.extension;

import java.math.BigInteger;

/**
 * The ports of {@code --sport} and {@code --dport}.
 *
 * @param min inclusive
 * @param max inclusive
 */
public record PortRange(int min, int max, boolean inverted) {
    private static final BigInteger UNSIGNED_LONG_MAX =
            BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    public static final PortRange ANY = new PortRange(0, 65535, false);

    /** Whether the tool leaves this range out of the rule that it hands to the kernel, and of its own output. */
    public boolean isAny() {
        return min == 0 && max == 65535 && !inverted;
    }

    /** An inverted full range: the tool prints nothing for it once the kernel has the rule, and no packet is excluded. */
    public boolean isVoid() {
        return min == 0 && max == 65535;
    }

    /** What comes back of a range that the tool turned into comparisons: what is not up to a port is above it. */
    public PortRange asCompared() {
        boolean above = inverted && min == 0 && max > 0 && max < 65535;
        return above ? new PortRange(max + 1, 65535, false) : this;
    }

    /** Nothing stands outside of all ports. */
    public boolean holds(int port) {
        return (port >= min && port <= max) != inverted;
    }

    /** As {@code " ! --dport 80:90"}. */
    public void save(StringBuilder out, String option) {
        if (!isVoid()) {
            saveGiven(out, option);
        }
    }

    /** The same for extensions that say again whatever range was given. */
    public void saveGiven(StringBuilder out, String option) {
        out.append(inverted ? " ! " : " ").append(option).append(' ').append(min);
        if (max != min) {
            out.append(':').append(max);
        }
    }

    /** As {@code " dpt:80"} or {@code " dpts:!80:90"}. */
    public void list(StringBuilder out, String label, String protocol, boolean numeric) {
        if (!isVoid()) {
            listUnlessAny(out, label, protocol, numeric);
        }
    }

    /** The same for extensions that list all ports where they are inverted. */
    public void listUnlessAny(StringBuilder out, String label, String protocol, boolean numeric) {
        if (!isAny()) {
            out.append(' ').append(label).append(min == max ? ":" : "s:").append(inverted ? "!" : "");
            out.append(NameTable.serviceName(min, protocol, numeric));
            if (min != max) {
                out.append(':').append(NameTable.serviceName(max, protocol, numeric));
            }
        }
    }

    /** One port or two, of any service ({@code xtopt_parse_portrc()}). */
    public static PortRange resolve(String extension, String option, String argument, boolean inverted) {
        String[] parts = argument.split(":", -1);
        if (parts.length > 2) {
            throw Refusal.parameter(
                    extension + ": Too many components for option \"--" + option + "\" (max: " + 2 + ")\n");
        }
        int min = parts[0].isEmpty() ? 0 : resolvePort(parts[0]);
        if (parts.length == 1) {
            return new PortRange(min, min, inverted);
        }
        return new PortRange(min, parts[1].isEmpty() ? 65535 : resolvePort(parts[1]), inverted);
    }

    /** As getaddrinfo(3) has it: decimal, cut to 32 and then 16 bits, or a service of any protocol. */
    public static int resolvePort(String text) {
        if (text.matches("\\s*[+]?[0-9]+")) {
            BigInteger number = new BigInteger(text.strip().replace("+", "")).min(UNSIGNED_LONG_MAX);
            if (number.intValue() >= 0) {
                return number.intValue() & 0xffff;
            }
        }
        int port = NameTable.servicePort(text, "tcp");
        port = port < 0 ? NameTable.servicePort(text, "udp") : port;
        if (port < 0) {
            throw Refusal.parameter("Port \"" + text + "\" does not resolve to anything.\n");
        }
        return port;
    }

    /** Ports as the oldest extensions read them ({@code xtables_parse_port()} each, the first not above the second). */
    public static PortRange parse(String argument, String protocol, boolean inverted) {
        int colon = argument.indexOf(':');
        if (colon < 0) {
            int port = parsePort(argument, protocol);
            return new PortRange(port, port, inverted);
        }
        String low = argument.substring(0, colon);
        String high = argument.substring(colon + 1);
        int min = low.isEmpty() ? 0 : parsePort(low, protocol);
        int max = high.isEmpty() ? 65535 : parsePort(high, protocol);
        if (min > max) {
            throw Refusal.parameter("invalid portrange (min > max)");
        }
        return new PortRange(min, max, inverted);
    }

    /** A port by number or service name ({@code xtables_parse_port()}). */
    public static int parsePort(String text, String protocol) {
        int port = ToolNumber.parse(text, 65535);
        if (port < 0) {
            port = NameTable.servicePort(text, protocol);
        }
        if (port < 0) {
            throw Refusal.parameter("invalid port/service `" + text + "' specified");
        }
        return port;
    }
}
