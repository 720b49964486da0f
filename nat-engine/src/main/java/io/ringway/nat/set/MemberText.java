package io.ringway.nat.set;

import io.ringway.nat.rules.extension.NameTable;
import io.ringway.nat.set.SetType.Part;
import io.ringway.packet.Ipv4Address;

/** The words for a member of a hash, as {@code ipset list} prints it and as {@code ipset test} says it back. */
final class MemberText {
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;

    private MemberText() {}

    static String of(SetHeader header, MemberLayout layout, Member member) {
        SetType type = header.type();
        StringBuilder text = new StringBuilder();
        appendAddress(text, layout.address(member), type.has(Part.NET) ? layout.cidr(member) : -1);
        if (type.has(Part.PORT)) {
            text.append(',');
            appendPort(text, layout.protocol(member), layout.port(member));
        }
        if (type.parts.size() > 2) {
            text.append(',');
            appendAddress(text, layout.address2(member), type.has(Part.NET2) ? layout.cidr(member) : -1);
        }
        if (type.has(Part.INTERFACE)) {
            text.append(layout.isPhysical(member) ? ",physdev:" : ",").append(member.interfaceName);
        }
        return text.toString();
    }

    /** What was asked about, in the words of the answer. */
    static String of(SetType type, Entry entry) {
        if (type == SetType.LIST_SET) {
            return entry.setName + (entry.reference == null ? "" : " after " + entry.reference);
        }
        if (type == SetType.BITMAP_PORT) {
            return Integer.toString(entry.port);
        }
        StringBuilder text = new StringBuilder();
        appendAddress(text, entry.address, entry.cidr);
        if (entry.addressTo != null) {
            text.append('-');
            appendAddress(text, entry.addressTo, -1);
        }
        if (type.has(Part.PORT)) {
            text.append(',');
            appendPort(text, entry.protocol, Math.max(0, entry.port));
        }
        if (type.parts.size() > 2) {
            text.append(',');
            appendAddress(text, entry.address2, entry.cidr2);
        }
        if (type.has(Part.INTERFACE)) {
            text.append(',').append(entry.interfaceName);
        }
        return text.toString();
    }

    static void appendAddress(StringBuilder text, int[] words, int cidr) {
        text.append(words.length == 1 ? Ipv4Address.format(words[0]) : Ipv6Text.format(words));
        if (cidr >= 0 && cidr != words.length * Integer.SIZE) {
            text.append('/').append(cidr);
        }
    }

    private static void appendPort(StringBuilder text, int protocol, int port) {
        String name = NameTable.protocolName(protocol);
        text.append(name == null ? Integer.toString(protocol) : name).append(':');
        if (protocol == ICMP || protocol == ICMPV6) {
            String type = IcmpNames.name(protocol == ICMPV6, port);
            text.append(type == null ? (port >> 8) + "/" + (port & 0xff) : type);
        } else {
            text.append(port);
        }
    }
}
