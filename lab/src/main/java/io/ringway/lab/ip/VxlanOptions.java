package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.engine.vxlan.VxlanConfig.DontFragment;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.VxlanHeader;
import java.util.HashSet;
import java.util.Set;

/** The options behind {@code type vxlan} ({@code iplink_vxlan.c:vxlan_parse_opt()}). */
final class VxlanOptions {
    private static final String NO_PORT = "vxlan: destination port not specified\n"
            + "Will use Linux kernel default (non-standard value)\n"
            + "Use 'dstport 4789' to get the IANA assigned value\n"
            + "Use 'dstport 0' to get default and quiet this message\n";

    private static final int MAX_PORT = 0xffff;
    private static final long MAX_U32 = 0xffff_ffffL;

    private final Arguments args;
    private final Scene scene;
    private final Set<String> given = new HashSet<>();
    private int vni;
    private int group;
    private int remote;
    private int local;
    private Device lower;
    private int port;
    private int low;
    private int high;
    private int ttl;
    private boolean ttlInherited;
    private int tos;
    private DontFragment dontFragment = DontFragment.UNSET;
    private boolean learning = true;
    private int ageing = VxlanConfig.DEFAULT_AGEING_SECONDS;
    private int maxAddresses;
    private boolean checksum = true;
    private boolean l2miss;
    private boolean l3miss;

    private VxlanOptions(Arguments args, Scene scene) {
        this.args = args;
        this.scene = scene;
    }

    static VxlanOptions read(Arguments args, Scene scene) {
        VxlanOptions options = new VxlanOptions(args, scene);
        if (!args.hasNext()) {
            throw Words.kernel(args, "Error: Required attributes not provided to perform the operation.");
        }
        while (args.hasNext()) {
            options.take(args.next());
        }
        options.check();
        return options;
    }

    private void take(String word) {
        switch (word) {
            case "id", "vni" -> vni = (int) number("id", VxlanHeader.MAX_VNI, "invalid id");
            case "group" -> group = address("group", true);
            case "remote" -> remote = address("remote", false);
            case "local" -> local = address("local", false);
            case "dev" -> takeLower();
            case "dstport" -> port = (int) number("dstport", MAX_PORT, "dst port");
            case "port", "srcport" -> {
                low = (int) number("srcport", MAX_PORT, "min port");
                high = (int) number("max port", MAX_PORT, "max port");
            }
            case "ttl", "hoplimit" -> takeTtl();
            case "tos", "dsfield" -> takeTos();
            case "df" -> takeDontFragment();
            case "ageing" -> ageing = (int) limit("ageing", "none", "ageing timer");
            case "maxaddress" -> maxAddresses = (int) limit("maxaddress", "unlimited", "max addresses");
            default -> takeFlag(word);
        }
    }

    private void takeFlag(String word) {
        boolean on = !word.startsWith("no");
        switch (on ? word : word.substring(2)) {
            case "learning" -> learning = on;
            case "udpcsum" -> checksum = on;
            case "l2miss" -> l2miss = on;
            case "l3miss" -> l3miss = on;
            case "udp6zerocsumtx", "udp6zerocsumrx" -> refuseUnless(!on, word);
            case "proxy", "rsc", "remcsumtx", "remcsumrx", "external", "gbp", "gpe", "vnifilter" ->
                refuseUnless(!on, word);
            case "flowlabel", "label" -> throw args.notModelled("vxlan " + word);
            default -> throw args.refuse(1, "vxlan: unknown command \"" + word + "\"?\n" + VxlanUsage.TEXT);
        }
    }

    private void refuseUnless(boolean harmless, String word) {
        if (!harmless) {
            throw args.notModelled("vxlan " + word);
        }
    }

    private long number(String option, long most, String why) {
        String word = once(option);
        Long value = Words.number(word);
        if (value == null || value < 0 || value > most) {
            throw Words.wrong(args, why);
        }
        return value;
    }

    private long limit(String option, String none, String why) {
        if (args.take(none)) {
            given.add(option);
            return 0;
        }
        long value = number(option, MAX_U32, why);
        if (value > Integer.MAX_VALUE) {
            throw args.notModelled("vxlan " + option + " " + value);
        }
        return value;
    }

    /** The value of an option that must not come twice. */
    private String once(String option) {
        String value = Words.value(args);
        if (!given.add(option)) {
            throw Words.garbage(args, option);
        }
        return value;
    }

    private int address(String option, boolean multicast) {
        int address = Inet.address(args, once(option), "any");
        if (Ipv4Address.isMulticast(address) != multicast) {
            throw Words.wrong(args, "invalid " + option + " address");
        }
        return address;
    }

    private void takeLower() {
        String name = once("dev");
        lower = scene.namespace().device(name);
        if (lower == null) {
            throw args.noDevice(255, name);
        }
    }

    private void takeTtl() {
        String word = once("ttl");
        ttlInherited = word.equals("inherit");
        if (ttlInherited || word.equals("auto")) {
            return;
        }
        Long value = Words.number(word);
        if (value == null || value < 0) {
            throw Words.wrong(args, "invalid TTL");
        }
        if (value > 255) {
            throw Words.wrong(args, "TTL must be <= 255");
        }
        ttl = value.intValue();
    }

    /** Read as hexadecimal, as {@code rtnl_dsfield_a2n()} does; names of /etc/iproute2/rt_dsfield are not known. */
    private void takeTos() {
        String word = once("tos");
        String digits = word.startsWith("0x") ? word.substring(2) : word;
        if (word.equals("inherit")) {
            tos = VxlanConfig.TOS_INHERITED;
        } else if (digits.matches("[0-9a-fA-F]{1,8}") && Long.parseLong(digits, 16) <= 255) {
            tos = Integer.parseInt(digits, 16);
        } else {
            throw Words.wrong(args, "bad TOS value");
        }
    }

    private void takeDontFragment() {
        switch (once("df")) {
            case "unset" -> dontFragment = DontFragment.UNSET;
            case "set" -> dontFragment = DontFragment.SET;
            case "inherit" -> dontFragment = DontFragment.INHERIT;
            default -> throw Words.wrong(args, "DF must be 'unset', 'set' or 'inherit'");
        }
    }

    private void check() {
        if (given.contains("group") && given.contains("remote")) {
            throw args.refuse(1, "vxlan: both group and remote cannot be specified");
        }
        if (!given.contains("id")) {
            throw args.refuse(1, "vxlan: missing virtual network identifier");
        }
        if (group != 0 && lower == null) {
            throw args.refuse(1, "vxlan: 'group' requires 'dev' to be specified");
        }
        if (high < low) {
            throw Words.kernel(args, warning() + "Error: Invalid source port range.");
        }
    }

    /** What the tool prints on stderr although it goes on. */
    String warning() {
        return given.contains("dstport") ? "" : NO_PORT;
    }

    VxlanConfig config() {
        return new VxlanConfig(
                vni,
                group != 0 ? group : remote,
                local,
                lower,
                port == 0 ? VxlanConfig.DEFAULT_PORT : port,
                low,
                high,
                ttl,
                ttlInherited,
                tos,
                dontFragment,
                learning,
                ageing == 0 ? VxlanConfig.DEFAULT_AGEING_SECONDS : ageing,
                maxAddresses,
                checksum,
                l2miss,
                l3miss);
    }
}
