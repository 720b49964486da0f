package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import java.util.List;

/** Which devices {@code ip link show}, {@code ip addr show} and {@code ip addr flush} are about. */
final class LinkFilter {
    private String name;
    private Device device;
    private Device master;
    private String kind;
    private boolean upOnly;
    private boolean noMaster;
    private boolean otherGroup;
    private final AddressFilter addresses = new AddressFilter();

    private LinkFilter() {}

    /**
     * @param addresses whether selectors of addresses may be given too
     */
    static LinkFilter read(Arguments args, Scene scene, boolean addresses) {
        LinkFilter filter = new LinkFilter();
        while (args.hasNext()) {
            String word = args.next();
            switch (word) {
                case "up" -> filter.upOnly = true;
                case "type" -> filter.kind = Words.value(args);
                case "master" -> {
                    filter.master = scene.namespace().device(Words.value(args));
                    if (filter.master == null) {
                        throw Words.wrong(args, "Device does not exist\n");
                    }
                }
                case "nomaster" -> filter.noMaster = true;
                case "group" -> filter.otherGroup = !List.of("default", "0").contains(Words.value(args));
                case "vrf" -> {
                    Words.value(args);
                    throw Words.wrong(args, "Not a valid VRF name\n");
                }
                case "dev" -> filter.takeDevice(args, Words.value(args));
                default -> {
                    if (!addresses || !filter.addresses.take(args, word)) {
                        filter.takeDevice(args, word);
                    }
                }
            }
        }
        filter.device = filter.name == null ? null : scene.namespace().device(filter.name);
        if (filter.name != null && filter.device == null) {
            throw args.refuse(1, "Device \"" + filter.name + "\" does not exist.");
        }
        if (filter.device != null) {
            filter.device.carrier().sync();
        }
        return filter;
    }

    private void takeDevice(Arguments args, String word) {
        if (name != null) {
            throw Words.garbage(args, "dev");
        }
        name = word;
    }

    boolean accepts(Device candidate) {
        boolean right = device == null || device == candidate;
        boolean isPort =
                master == null || (candidate.port() != null && candidate.port().bridge() == master);
        boolean outside = !otherGroup && (!noMaster || candidate.port() == null);
        boolean rightKind = kind == null || candidate.kind().equals(kind);
        return right && isPort && outside && rightKind && (!upOnly || candidate.isUp());
    }

    AddressFilter addresses() {
        return addresses;
    }
}
