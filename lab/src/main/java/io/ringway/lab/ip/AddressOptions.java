package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.engine.route.Scope;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;

/** What {@code ip addr add} and {@code ip addr del} are told ({@code ipaddress.c:ipaddr_modify()}). */
final class AddressOptions {
    private static final int LONGEST_LABEL = 15;

    private final Arguments args;
    private final Scene scene;
    private Ipv4Prefix prefix;
    private boolean prefixGiven;
    private String deviceName;
    private String broadcast;
    private Integer scope;
    private String label;
    private boolean autojoin;

    private AddressOptions(Arguments args, Scene scene) {
        this.args = args;
        this.scene = scene;
    }

    static AddressOptions read(Arguments args, Scene scene) {
        AddressOptions options = new AddressOptions(args, scene);
        while (args.hasNext()) {
            options.take(args.next());
        }
        if (options.deviceName == null) {
            throw args.refuse(1, "Not enough information: \"dev\" argument is required.");
        }
        if (options.autojoin && (options.prefix == null || !Ipv4Address.isMulticast(options.prefix.address()))) {
            throw args.refuse(1, "autojoin needs multicast address");
        }
        return options;
    }

    private void take(String word) {
        switch (word) {
            case "dev" -> deviceName = Words.value(args);
            case "scope" -> scope = ScopeWord.read(args, "invalid scope value.");
            case "label" -> {
                label = Words.value(args);
                if (label.isEmpty() || label.length() > LONGEST_LABEL) {
                    throw Words.kernel(args, "Error: Attribute failed policy validation.");
                }
            }
            case "broadcast", "brd" -> {
                String value = Words.value(args);
                if (broadcast != null) {
                    throw args.refuse(255, "Error: duplicate \"broadcast\": \"" + value + "\" is the second value.");
                }
                if (!value.equals("+") && !value.equals("-")) {
                    Inet.address(args, value, "inet");
                }
                broadcast = value;
            }
            case "autojoin" -> autojoin = true;
            case "peer",
                    "remote",
                    "anycast",
                    "metric",
                    "valid_lft",
                    "preferred_lft",
                    "home",
                    "nodad",
                    "mngtmpaddr",
                    "noprefixroute",
                    "proto" -> throw args.notModelled("ip addr … " + word);
            case "local" -> takePrefix(Words.value(args));
            default -> takePrefix(word);
        }
    }

    private void takePrefix(String word) {
        if (prefix != null) {
            throw Words.garbage(args, "local");
        }
        prefix = Inet.prefix(args, word);
        prefixGiven = word.indexOf('/') >= 0;
    }

    /** After all words are read, the device is looked for, and only then the kernel is asked. */
    Device device() {
        Device device = scene.namespace().device(deviceName);
        if (device == null) {
            throw args.noDevice(1, deviceName);
        }
        if (prefix == null) {
            throw Words.answers(args, "Operation not supported");
        }
        return device;
    }

    Ipv4Prefix prefix() {
        return prefix;
    }

    /** Whether {@code /n} was written. */
    boolean hasLength() {
        return prefixGiven;
    }

    InterfaceAddress address(Device device) {
        int chosen = scope != null ? scope : Ipv4Address.isLoopback(prefix.address()) ? Scope.HOST : Scope.UNIVERSE;
        String called = label == null ? device.name() : label;
        return new InterfaceAddress(prefix, broadcastAddress(), chosen, false, called, autojoin);
    }

    private int broadcastAddress() {
        if (broadcast == null) {
            return 0;
        }
        return switch (broadcast) {
            case "+" -> prefix.length() <= 30 ? prefix.broadcast() : 0;
            case "-" -> prefix.length() <= 30 ? prefix.network() : 0;
            default -> Inet.address(args, broadcast, "inet");
        };
    }
}
