package io.ringway.lab.ip;

import io.ringway.engine.route.InterfaceAddress;
import io.ringway.lab.command.Arguments;
import io.ringway.packet.Ipv4Prefix;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/** Which of a device's addresses {@code ip addr show} and {@code flush} are about ({@code ipaddress.c:print_addrinfo()}). */
final class AddressFilter {
    private Integer scope;
    private Ipv4Prefix within;
    private PathMatcher label;
    private Boolean secondary;
    private boolean none;

    /** Takes the selector that was just read; false when it is not one of addresses. */
    boolean take(Arguments args, String word) {
        switch (word) {
            case "scope" -> scope = ScopeWord.read(args, "invalid \"scope\"");
            case "to" -> within = Inet.prefix(args, Words.value(args));
            case "label" -> label = FileSystems.getDefault().getPathMatcher("glob:" + Words.value(args));
            case "primary" -> secondary = false;
            case "secondary", "temporary" -> secondary = true;
            case "permanent" -> {
                // Every address of a lab is: none has a lifetime.
            }
            case "dynamic", "tentative", "deprecated", "dadfailed" -> none = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    boolean accepts(InterfaceAddress address) {
        boolean rightScope = scope == null || scope == address.scope();
        boolean inside = within == null || within.contains(address.prefix().address());
        boolean called = label == null || label.matches(Path.of(address.label()));
        return !none && rightScope && inside && called && (secondary == null || secondary == address.secondary());
    }

    /** Whether a device of whose addresses none fits is left out. */
    boolean selects() {
        return none || scope != null || within != null || label != null || secondary != null;
    }

    /** A prefix names its family, as {@code -4} does. */
    boolean namesFamily() {
        return within != null;
    }

    /** With a label, the lines of addresses stand alone. */
    boolean withoutLink() {
        return label != null;
    }
}
