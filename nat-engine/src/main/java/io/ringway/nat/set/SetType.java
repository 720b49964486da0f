package io.ringway.nat.set;

import java.util.List;

/** The set types that are modelled, as ipset 7.17 and Linux 6.18 have them. */
enum SetType {
    HASH_IP("hash:ip", "iphash", 6, 216, 224, Part.ADDRESS),
    HASH_IP_PORT("hash:ip,port", "ipporthash", 7, 216, 232, Part.ADDRESS, Part.PORT),
    HASH_IP_PORT_IP("hash:ip,port,ip", "ipportiphash", 6, 208, 232, Part.ADDRESS, Part.PORT, Part.ADDRESS2),
    HASH_IP_PORT_NET("hash:ip,port,net", "ipportnethash", 8, 464, 1256, Part.ADDRESS, Part.PORT, Part.NET2),
    HASH_NET("hash:net", "nethash", 7, 456, 1240, Part.NET),
    HASH_NET_PORT("hash:net,port", "netporthash", 8, 456, 1240, Part.NET, Part.PORT),
    HASH_NET_IFACE("hash:net,iface", "netifacehash", 8, 488, 1264, Part.NET, Part.INTERFACE),
    BITMAP_PORT("bitmap:port", "portmap", 3, 72, 72, Part.BARE_PORT),
    LIST_SET("list:set", "setlist", 3, 80, 80, Part.SET);

    /** What stands between the commas of a member. */
    enum Part {
        ADDRESS,
        ADDRESS2,
        NET,
        NET2,
        PORT,
        BARE_PORT,
        INTERFACE,
        SET
    }

    /** What ipset knows besides, and this kernel or the model does not. */
    private static final List<String> OTHERS = List.of(
            "bitmap:ip", "ipmap", "bitmap:ip,mac", "macipmap", "hash:ip,mac", "hash:ip,mark", "hash:net,port,net");

    private static final List<String> ABSENT = List.of("hash:mac", "hash:net,net");

    final String typeName;
    private final String alias;
    final int revision;
    private final int emptyBytes4;
    private final int emptyBytes6;
    final List<Part> parts;

    SetType(String typeName, String alias, int revision, int emptyBytes4, int emptyBytes6, Part... parts) {
        this.typeName = typeName;
        this.alias = alias;
        this.revision = revision;
        this.emptyBytes4 = emptyBytes4;
        this.emptyBytes6 = emptyBytes6;
        this.parts = List.of(parts);
    }

    /** The type of a name or of its older alias. */
    static SetType named(String name) {
        for (SetType type : values()) {
            if (type.typeName.equals(name) || type.alias.equals(name)) {
                return type;
            }
        }
        if (ABSENT.contains(name)) {
            throw SetRefusal.kernel("Kernel error received: set type not supported");
        }
        if (OTHERS.contains(name)) {
            throw SetRefusal.notModelled("set type " + name);
        }
        throw SetRefusal.syntax("typename '" + name + "' is unknown");
    }

    boolean isHash() {
        return this != BITMAP_PORT && this != LIST_SET;
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    boolean hasNets() {
        return has(Part.NET) || has(Part.NET2);
    }

    /** Whether members may be kept under a mask that the set was made with. */
    boolean takesMask() {
        return this == HASH_IP || this == HASH_IP_PORT;
    }

    /** What the kernel counts for a set of this type without members ({@code IPSET_ATTR_MEMSIZE}). */
    int emptyBytes(boolean six) {
        return six ? emptyBytes6 : emptyBytes4;
    }
}
