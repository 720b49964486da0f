package io.ringway.lab.ip;

import io.ringway.engine.Namespace;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.lab.LabException;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;

/**
 * A device about to be made: the words of the command, and what all kinds do alike ({@code rtnetlink.c:rtnl_newlink()}).
 *
 * @param options those in front of the kind
 */
record NewLink(Arguments args, Scene scene, LinkOptions options) {
    /** A locally administered unicast address ({@code eth_random_addr()}). */
    private static final long LOCAL_BIT = 0x0200_0000_0000L;

    private static final long RANDOM_BITS = 0xfcff_ffff_ffffL;

    Kernel kernel() {
        return scene.network().kernel();
    }

    /** Where the device is to be. */
    Namespace namespace() {
        return options.netns == null ? scene.namespace() : options.netns;
    }

    /** The name that was asked for, null if none. */
    String wantedName() {
        return options.name == null ? options.device : options.name;
    }

    /** The device's name, checked with the other values; numbered by the kind where none was given. */
    String newName(String kind, String alsoTaken) {
        String name = wantedName();
        if (name == null) {
            int number = 0;
            while (namespace().device(kind + number) != null || (kind + number).equals(alsoTaken)) {
                number++;
            }
            name = kind + number;
        }
        Words.checkNewName(args, name);
        boolean indexTaken = options.index != null && namespace().device(options.index) != null;
        if (namespace().device(name) != null || indexTaken) {
            throw options.exists();
        }
        options.checkValues();
        return name;
    }

    /** The address that was asked for, else one drawn for that name. */
    long mac(String name) {
        if (options.mac != null) {
            return options.mac;
        }
        return drawnMac(scene, namespace(), name);
    }

    static long drawnMac(Scene scene, Namespace namespace, String name) {
        long bits = scene.network().kernel().randomness().stream(namespace.name()).stream("mac").stream(name)
                .bits(0);
        return (bits & RANDOM_BITS) | LOCAL_BIT;
    }

    /** The device behind {@code link}, without which this kind cannot be. */
    Device lower() {
        if (options.link == null) {
            throw invalid();
        }
        return options.link;
    }

    LabException invalid() {
        return Words.answers(args, "Invalid argument");
    }

    /** Refuses a master that cannot take the device. */
    void checkMaster(boolean bridge) {
        if (options.master == null) {
            return;
        }
        if (namespace() != scene.namespace()) {
            throw args.notModelled("netns and master in one command");
        }
        LinkChange.checkMaster(args, options.master, bridge, false);
    }

    /** Puts the device into its namespace under the number that was asked for. */
    void place(Device device) {
        namespace().add(device, options.index == null ? 0 : options.index);
    }

    /** What follows once the device is there: MTU, master, flags. */
    void finish(Device device) {
        if (options.mtu != null) {
            device.startWithMtu(options.mtu);
        }
        if (options.master instanceof Bridge bridge) {
            bridge.addPort(device);
        }
        options.applyFlags(device);
        if (Boolean.TRUE.equals(options.up)) {
            namespace().setUp(device, true);
        }
        new LinkChange(args, scene, options).numberLinked(device);
    }
}
