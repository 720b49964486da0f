package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.lab.LabException;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;

/** What all of {@code ip} reads in the same way, and refuses in the same words ({@code lib/utils.c}). */
public final class Words {
    static final int LONGEST_NAME = 15;
    private static final int MAC_OCTETS = 6;

    private Words() {}

    /** The value behind an option ({@code NEXT_ARG()}). */
    public static String value(Arguments args) {
        if (!args.hasNext()) {
            throw args.refuse(255, "Command line is not complete. Try option \"help\"");
        }
        return args.next();
    }

    /** {@code on} or {@code off} behind an option ({@code parse_on_off()}). */
    static boolean onOff(Arguments args, String option) {
        String word = value(args);
        if (word.equals("on") || word.equals("off")) {
            return word.equals("on");
        }
        throw args.refuse(1, "Error: argument of \"" + option + "\" must be \"on\" or \"off\", not \"" + word + "\"");
    }

    /** {@code invarg()}. */
    public static LabException wrong(Arguments args, String why) {
        return args.refuse(255, "Error: argument \"" + args.last() + "\" is wrong: " + why);
    }

    /** {@code duparg2()}: a word that stands for {@code option} came a second time. */
    public static LabException garbage(Arguments args, String option) {
        return args.refuse(
                255, "Error: either \"" + option + "\" is duplicate, or \"" + args.last() + "\" is a garbage.");
    }

    /** What the kernel answered. */
    public static LabException kernel(Arguments args, String error) {
        return args.refuse(2, error);
    }

    /** The kernel's error number, in words. */
    public static LabException answers(Arguments args, String errno) {
        return args.refuse(2, "RTNETLINK answers: " + errno);
    }

    /** The device that the last word names. */
    public static Device device(Arguments args, Scene scene) {
        Device device = scene.namespace().device(args.last());
        if (device == null) {
            throw args.refuse(1, "Cannot find device \"" + args.last() + "\"");
        }
        return device;
    }

    /** Refuses a name that the kernel gives no device ({@code dev_valid_name()}). */
    static void checkNewName(Arguments args, String name) {
        if (name.length() > LONGEST_NAME) {
            throw kernel(args, "Error: Attribute failed policy validation.");
        }
        if (name.equals(".") || name.equals("..") || name.indexOf(':') >= 0) {
            throw answers(args, "Invalid argument");
        }
        if (name.indexOf('%') >= 0) {
            throw args.notModelled("a device name with %");
        }
    }

    /** A number as {@code strtol()} reads it: decimal, 0x or 0; null for anything else. */
    public static Long number(String word) {
        try {
            boolean negative = word.startsWith("-");
            String digits = negative ? word.substring(1) : word;
            long value;
            if (digits.startsWith("-") || digits.startsWith("+")) {
                return null;
            } else if (digits.startsWith("0x") || digits.startsWith("0X")) {
                value = Long.parseLong(digits.substring(2), 16);
            } else if (digits.length() > 1 && digits.startsWith("0")) {
                value = Long.parseLong(digits, 8);
            } else {
                value = Long.parseLong(digits);
            }
            return negative ? -value : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** {@code ll_addr_a2n()}. */
    public static long mac(Arguments args, String word) {
        String[] octets = word.split(":", -1);
        long mac = 0;
        for (String octet : octets) {
            if (!octet.matches("[0-9a-fA-F]{1,8}") || Long.parseLong(octet, 16) > 255) {
                throw args.refuse(1, "\"" + word + "\" is invalid lladdr.");
            }
            mac = mac << 8 | Long.parseLong(octet, 16);
        }
        if (octets.length != MAC_OCTETS) {
            throw args.refuse(1, "Invalid address length " + octets.length + " - must be 6 bytes");
        }
        return mac;
    }
}
