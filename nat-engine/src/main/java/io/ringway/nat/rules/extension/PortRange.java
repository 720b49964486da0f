package io.ringway.nat.rules.extension;

/**
 * The ports of {@code --sport} and {@code --dport}.
 *
 * @param min inclusive
 * @param max inclusive
 */
public record PortRange(int min, int max, boolean inverted) {
    public static final PortRange ANY = new PortRange(0, 65535, false);

    /** Whether the tool leaves this range out of the rule that it hands to the kernel, and of its own output. */
    public boolean isAny() {
        return min == 0 && max == 65535 && !inverted;
    }

    /** An inverted full range: the tool prints nothing for it once the kernel has the rule, and no packet is excluded. */
    public boolean isVoid() {
        return min == 0 && max == 65535;
    }

    public boolean contains(int port) {
        return isVoid() || (port >= min && port <= max) != inverted;
    }

    /** As {@code " ! --dport 80:90"}. */
    public void save(StringBuilder out, String option) {
        if (!isVoid()) {
            out.append(inverted ? " ! " : " ").append(option).append(' ').append(min);
            if (max != min) {
                out.append(':').append(max);
            }
        }
    }

    /** As {@code " dpt:80"} or {@code " dpts:!80:90"}. */
    public void list(StringBuilder out, String label, String protocol, boolean numeric) {
        if (!isVoid()) {
            out.append(' ').append(label).append(min == max ? ":" : "s:").append(inverted ? "!" : "");
            out.append(NameTable.serviceName(min, protocol, numeric));
            if (min != max) {
                out.append(':').append(NameTable.serviceName(max, protocol, numeric));
            }
        }
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
