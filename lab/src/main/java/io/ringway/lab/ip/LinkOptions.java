package io.ringway.lab.ip;

import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.lab.LabException;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.packet.MacAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** The options that {@code ip link add}, its peers and {@code ip link set} share ({@code iplink.c:iplink_parse()}). */
final class LinkOptions {
    private static final int MIN_MTU = 68;
    private static final int MAX_MTU = 65_535;

    private final Arguments args;
    private final Scene scene;

    /** What names the device: behind {@code dev} or alone. */
    String device;

    String name;
    Boolean up;
    Long mac;
    Integer mtu;
    Integer index;
    Namespace netns;
    Device master;
    boolean noMaster;

    /** Behind {@code link}: what the new device stands on. */
    Device link;

    private final Map<String, Boolean> switches = new LinkedHashMap<>();
    private Integer txQueueLength;
    private String alias;

    /** Behind {@code type}, where the common options end. */
    String kind;

    private LinkOptions(Arguments args, Scene scene) {
        this.args = args;
        this.scene = scene;
    }

    /** Takes options up to the end, or up to {@code type KIND}. */
    static LinkOptions read(Arguments args, Scene scene) {
        LinkOptions options = new LinkOptions(args, scene);
        while (args.hasNext() && options.kind == null) {
            options.take(args.next());
        }
        return options;
    }

    private void take(String word) {
        switch (option(word)) {
            case "up" -> up = true;
            case "down" -> up = false;
            case "name" -> takeName();
            case "index" -> takeIndex();
            case "address" -> mac = Words.mac(args, Words.value(args));
            case "mtu" -> takeMtu();
            case "netns" -> takeNetns();
            case "master" -> takeMaster();
            case "nomaster" -> noMaster = true;
            case "link" -> takeLink();
            case "promisc", "allmulticast", "multicast", "arp", "dynamic", "trailers" ->
                switches.put(word, Words.onOff(args, word));
            case "txqueuelen" -> takeQueueLength();
            case "alias" -> alias = Words.value(args);
            case "type" -> kind = Words.value(args);
            case "dev" -> takeDevice(Words.value(args));
            case "" -> takeDevice(word);
            default -> throw args.notModelled("ip link … " + word);
        }
    }

    /** The option that the word stands for, "" when it is none and so names the device. */
    private static String option(String word) {
        for (String abbreviated : new String[] {"index", "address", "type"}) {
            if (Arguments.abbreviates(word, abbreviated)) {
                return abbreviated;
            }
        }
        return switch (word) {
            case "up",
                    "down",
                    "name",
                    "mtu",
                    "netns",
                    "master",
                    "nomaster",
                    "dev",
                    "link",
                    "promisc",
                    "allmulticast",
                    "multicast",
                    "arp",
                    "dynamic",
                    "trailers",
                    "alias" -> word;
            case "txqueuelen", "txqlen", "qlen" -> "txqueuelen";
            case "broadcast",
                    "brd",
                    "carrier",
                    "vf",
                    "vrf",
                    "group",
                    "mode",
                    "state",
                    "numtxqueues",
                    "numrxqueues",
                    "addrgenmode",
                    "protodown",
                    "gso_max_size",
                    "gso_max_segs",
                    "gro_max_size",
                    "link-netns",
                    "link-netnsid",
                    "xdp",
                    "xdpgeneric",
                    "parentdev" -> "not modelled";
            default -> "";
        };
    }

    private void takeDevice(String word) {
        if (device != null) {
            throw Words.garbage(args, "dev");
        }
        if (word.isEmpty() || word.indexOf('/') >= 0 || word.chars().anyMatch(Character::isWhitespace)) {
            throw args.refuse(255, "Error: argument \"" + word + "\" is wrong: \"dev\" not a valid ifname");
        }
        device = word;
    }

    private void takeName() {
        name = Words.value(args);
        boolean blank = name.chars().anyMatch(Character::isWhitespace);
        if (name.isEmpty() || name.indexOf('/') >= 0 || blank || name.length() > Words.LONGEST_NAME) {
            throw args.refuse(255, "Error: argument \"" + name + "\" is wrong: \"name\" not a valid ifname");
        }
    }

    private void takeIndex() {
        Long value = Words.number(Words.value(args));
        if (index != null) {
            throw args.refuse(255, "Error: duplicate \"index\": \"" + args.last() + "\" is the second value.");
        }
        if (value == null || value <= 0 || value > Integer.MAX_VALUE) {
            throw Words.wrong(args, "Invalid \"index\" value");
        }
        index = value.intValue();
    }

    private void takeMtu() {
        Long value = Words.number(Words.value(args));
        if (mtu != null) {
            throw args.refuse(255, "Error: duplicate \"mtu\": \"" + args.last() + "\" is the second value.");
        }
        if (value == null || value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw Words.wrong(args, "Invalid \"mtu\" value");
        }
        mtu = value.intValue();
    }

    private void takeQueueLength() {
        Long value = Words.number(Words.value(args));
        if (txQueueLength != null) {
            throw args.refuse(255, "Error: duplicate \"txqueuelen\": \"" + args.last() + "\" is the second value.");
        }
        if (value == null || value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw Words.wrong(args, "Invalid \"txqueuelen\" value");
        }
        txQueueLength = value.intValue();
    }

    private void takeLink() {
        link = scene.namespace().device(Words.value(args));
        if (link == null) {
            throw args.noDevice(1, args.last());
        }
    }

    private void takeNetns() {
        if (netns != null) {
            throw args.refuse(255, "Error: duplicate \"netns\": \"" + Words.value(args) + "\" is the second value.");
        }
        netns = scene.named(Words.value(args));
        if (netns == null && args.last().matches("\\d+")) {
            throw args.notModelled("a namespace by the number of a process");
        }
        if (netns == null) {
            throw Words.wrong(args, "Invalid \"netns\" value");
        }
    }

    private void takeMaster() {
        master = scene.namespace().device(Words.value(args));
        if (master == null) {
            throw Words.wrong(args, "Device does not exist\n");
        }
    }

    /** Refuses values that no device takes ({@code dev_validate_mtu()}, {@code eth_prepare_mac_addr_change()}). */
    void checkValues() {
        if (mac != null && !MacAddress.isValidSource(mac)) {
            throw Words.answers(args, "Cannot assign requested address");
        }
        if (mtu != null && mtu < MIN_MTU) {
            throw Words.kernel(args, "Error: mtu less than device minimum.");
        }
        if (mtu != null && mtu > MAX_MTU) {
            throw Words.kernel(args, "Error: mtu greater than device maximum.");
        }
    }

    /** Does to the device what stands in these options and concerns nothing else. */
    void applyFlags(Device target) {
        switches.forEach((option, on) -> {
            switch (option) {
                case "promisc" -> target.filter().setPromiscuousByUser(on);
                case "allmulticast" -> target.filter().setAllMulticastByUser(on);
                case "multicast" -> target.flags().setMulticast(on);
                case "arp" -> target.setArp(on);
                case "dynamic" -> target.flags().setDynamic(on);
                default -> {
                    // Trailers are a flag that nothing shows.
                }
            }
        });
        if (txQueueLength != null) {
            target.flags().setTxQueueLength(txQueueLength);
        }
        if (alias != null) {
            target.flags().setAlias(alias);
        }
    }

    LabException exists() {
        return Words.answers(args, "File exists");
    }
}
