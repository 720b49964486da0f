package io.ringway.nat.set;

import io.ringway.nat.set.SetType.Part;
import java.util.function.Consumer;

/**
 * The members of a hash that an entry of a command stands for, one after the other ({@code *_uadt()}): every address and port
 * of ranges, and the fewest networks that make up a range of addresses.
 */
final class EntryRange {
    private static final long WHOLE = 0xffff_ffffL;
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;

    private final HashedSet set;
    private final SetType type;
    private final MemberLayout layout;
    private final Entry entry;
    private final Member member;
    private final boolean six;
    private int firstPort;
    private int lastPort;

    EntryRange(HashedSet set, Entry entry) {
        this.set = set;
        this.type = set.header().type();
        this.layout = set.layout();
        this.entry = entry;
        this.member = new Member(layout.words());
        this.six = set.header().six();
        check();
    }

    private void check() {
        boolean cutsNet = type.hasNets() && !type.has(Part.INTERFACE);
        if (cutsNet && (type.has(Part.NET) ? entry.cidr : entry.cidr2) == 0) {
            throw SetRefusal.cidr();
        }
        if (type.has(Part.PORT)) {
            if (entry.protocol == 0) {
                throw SetRefusal.kernel("Invalid protocol specified");
            }
            boolean ports = hasPorts(entry.protocol);
            int port = ports || entry.protocol == (six ? ICMPV6 : ICMP) ? entry.port : 0;
            boolean range = ports && entry.portTo >= 0;
            firstPort = range ? Math.min(port, entry.portTo) : port;
            lastPort = range ? Math.max(port, entry.portTo) : port;
        }
        member.interfaceName = entry.interfaceName;
        member.wildcard = entry.wildcard;
    }

    private static boolean hasPorts(int protocol) {
        return protocol == 6 || protocol == 17 || protocol == 132 || protocol == 136;
    }

    /** The one member that {@code ipset test} asks about; null for what no set holds. */
    Member single() {
        int[] address = masked(entry.address);
        if (type.takesMask() && Words.isZero(address)) {
            return null;
        }
        fill(address, entry.address2, cidr());
        if (type.has(Part.PORT)) {
            layout.setPort(member, entry.protocol, firstPort);
        }
        return member;
    }

    private int cidr() {
        int given = type.has(Part.NET2) ? entry.cidr2 : entry.cidr;
        return given < 0 ? layout.hostBits() : given;
    }

    private int[] masked(int[] address) {
        int[] masked = address.clone();
        for (int i = 0; type.takesMask() && set.mask() != null && i < masked.length; i++) {
            masked[i] &= set.mask()[i];
        }
        return masked;
    }

    private void fill(int[] address, int[] address2, int cidr) {
        layout.setAddress(member, address);
        if (address2 != null) {
            layout.setAddress2(member, address2);
        }
        if (type.has(Part.INTERFACE)) {
            layout.setInterface(member, entry.interfaceName, entry.physical);
        }
        if (type.hasNets()) {
            layout.setNetwork(member, cidr);
        }
    }

    void forEach(Consumer<Member> each) {
        int[] address = masked(entry.address);
        if (type == SetType.HASH_IP_PORT && Words.isZero(address)) {
            throw SetRefusal.kernel("Kernel error received: Invalid argument");
        }
        if (six) {
            if (type == SetType.HASH_IP && Words.isZero(address)) {
                throw SetRefusal.nullElement();
            }
            fill(address, entry.address2, cidr());
            ports(each);
        } else if (type.has(Part.NET)) {
            networks(entry.address[0], entry.addressTo, entry.cidr, (network, length) -> {
                fill(new int[] {network}, null, length);
                ports(each);
            });
        } else {
            addresses(address[0], each);
        }
    }

    private void addresses(int address, Consumer<Member> each) {
        long first = Integer.toUnsignedLong(address);
        long last = first;
        if (entry.addressTo != null) {
            long to = Integer.toUnsignedLong(entry.addressTo[0]);
            last = Math.max(first, to);
            first = Math.min(first, to);
        } else if (entry.cidr == 0 && type != SetType.HASH_IP) {
            throw SetRefusal.cidr();
        } else if (entry.cidr >= 0) {
            long mask = Integer.toUnsignedLong(Words.maskWord(entry.cidr, 0));
            first &= mask;
            last = first | (~mask & WHOLE);
        }
        int netmask = type == SetType.HASH_IP ? set.header().netmask() : -1;
        long step = netmask < 0 ? 1 : size(netmask);
        for (long at = first; at <= last; at += step) {
            if (type == SetType.HASH_IP && at == 0) {
                throw SetRefusal.nullElement();
            }
            secondParts((int) at, each);
        }
    }

    private void secondParts(int address, Consumer<Member> each) {
        if (!type.has(Part.NET2)) {
            fill(new int[] {address}, entry.address2, -1);
            ports(each);
            return;
        }
        // Ports vary before networks do.
        boolean simple = entry.address2To == null;
        for (int port = firstPort; port <= lastPort; port++) {
            int now = port;
            networks(entry.address2[0], simple ? null : entry.address2To, entry.cidr2, (network, length) -> {
                fill(new int[] {address}, new int[] {network}, length);
                layout.setPort(member, entry.protocol, now);
                each.accept(member);
            });
        }
    }

    private void ports(Consumer<Member> each) {
        if (!type.has(Part.PORT)) {
            each.accept(member);
            return;
        }
        for (int port = firstPort; port <= lastPort; port++) {
            layout.setPort(member, entry.protocol, port);
            each.accept(member);
        }
    }

    /** Told of one network of a range. */
    private interface NetworkTold {
        void network(int address, int length);
    }

    /** How many addresses a prefix leaves. */
    private static long size(int prefix) {
        return 1L << (Integer.SIZE - prefix);
    }

    private static void networks(int address, int[] to, int cidr, NetworkTold told) {
        if (to == null) {
            int length = cidr < 0 ? Integer.SIZE : cidr;
            told.network(address & Words.maskWord(length, 0), length);
            return;
        }
        long one = Integer.toUnsignedLong(address);
        long other = Integer.toUnsignedLong(to[0]);
        long last = Math.max(one, other);
        long at = Math.min(one, other);
        if (last - at == WHOLE) {
            throw SetRefusal.wholeRange();
        }
        while (at <= last) {
            int length = 1;
            // ip_set_range_to_cidr(): the largest network that begins here and does not end too late.
            while ((at & (size(length) - 1)) != 0 || at + size(length) - 1 > last) {
                length++;
            }
            told.network((int) at, length);
            at += size(length);
        }
    }
}
