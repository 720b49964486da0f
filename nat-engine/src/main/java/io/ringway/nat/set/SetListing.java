package io.ringway.nat.set;

import io.ringway.nat.set.IpSet.Listed;
import java.util.ArrayList;
import java.util.List;

/** Prints sets as {@code ipset list} and {@code ipset save} do. */
final class SetListing {
    private final boolean sorted;
    private final StringBuilder out = new StringBuilder();

    SetListing(boolean sorted) {
        this.sorted = sorted;
    }

    String save(List<SetSlot> slots) {
        for (SetSlot slot : slots) {
            IpSet set = slot.set();
            out.append("create ")
                    .append(slot.name())
                    .append(' ')
                    .append(set.header().type().typeName);
            appendHeader(set, " ", " ", "");
            out.append('\n');
            String prefix = "add " + slot.name() + " ";
            for (String line : members(set)) {
                out.append(prefix).append(line);
            }
        }
        return out.toString();
    }

    String plain(List<SetSlot> slots, boolean terse) {
        String separator = "";
        for (SetSlot slot : slots) {
            IpSet set = slot.set();
            out.append(separator).append("Name: ").append(slot.name());
            out.append("\nType: ").append(set.header().type().typeName);
            out.append("\nRevision: ").append(set.header().type().revision).append("\nHeader:");
            appendHeader(set, " ", " ", "");
            out.append("\nSize in memory: ").append(set.bytes());
            out.append("\nReferences: ").append(slot.references());
            out.append("\nNumber of entries: ").append(set.count()).append('\n');
            if (!terse) {
                out.append("Members:\n");
                members(set).forEach(out::append);
            }
            separator = "\n";
        }
        return out.toString();
    }

    String xml(List<SetSlot> slots, boolean terse) {
        out.append("<ipsets>\n");
        for (SetSlot slot : slots) {
            IpSet set = slot.set();
            out.append("<ipset name=\"").append(slot.name()).append("\">\n<type>");
            out.append(set.header().type().typeName).append("</type>\n<revision>");
            out.append(set.header().type().revision).append("</revision>\n<header>");
            appendHeader(set, "<", ">", "</");
            out.append("\n<memsize>").append(set.bytes());
            out.append("</memsize>\n<references>").append(slot.references());
            out.append("</references>\n<numentries>").append(set.count());
            out.append("</numentries>\n</header>\n");
            if (!terse) {
                out.append("<members>\n");
                set.list(listed -> {
                    out.append("<member><elem>").append(listed.text()).append("</elem>");
                    appendExtensions(new Pairs(out, "<", ">", "</"), set, listed.member());
                    out.append("</member>\n");
                });
                out.append("</members>\n");
            }
            out.append("</ipset>\n");
        }
        return out.append("</ipsets>\n").toString();
    }

    static String names(List<SetSlot> slots, boolean xml) {
        StringBuilder names = new StringBuilder(xml ? "<ipsets>\n" : "");
        for (SetSlot slot : slots) {
            names.append(xml ? "<ipset name=\"" : "").append(slot.name()).append(xml ? "\"/>\n" : "\n");
        }
        return names.append(xml ? "</ipsets>\n" : "").toString();
    }

    private List<String> members(IpSet set) {
        List<String> lines = new ArrayList<>();
        set.list(listed -> lines.add(line(set, listed)));
        return sorted && set.header().type().isHash() ? MemberOrder.sort(lines) : lines;
    }

    private static String line(IpSet set, Listed listed) {
        StringBuilder line = new StringBuilder(listed.text());
        appendExtensions(new Pairs(line, " ", " ", ""), set, listed.member());
        return line.append('\n').toString();
    }

    private void appendHeader(IpSet set, String open, String middle, String close) {
        SetHeader header = set.header();
        Pairs pairs = new Pairs(out, open, middle, close);
        if (set instanceof HashedSet hashed) {
            pairs.add("family", header.six() ? "inet6" : "inet");
            pairs.add("hashsize", Integer.toString(hashed.tableSize()));
            pairs.add("maxelem", Long.toString(header.maxElements()));
        }
        if (header.type() == SetType.HASH_IP) {
            appendMask(pairs, header);
        }
        if (header.type() == SetType.BITMAP_PORT) {
            pairs.add("range", header.first() + "-" + header.last());
        }
        if (header.type() == SetType.LIST_SET) {
            pairs.add("size", Long.toString(header.size()));
        }
        if (header.hasTimeouts()) {
            pairs.add("timeout", Long.toString(header.timeoutSeconds()));
        }
        pairs.flag("counters", header.counters());
        pairs.flag("comment", header.comments());
        pairs.flag("skbinfo", header.skbInfo());
        if (set instanceof HashedSet hashed) {
            pairs.add("bucketsize", Integer.toString(hashed.bucketSize()));
            pairs.add("initval", String.format("0x%08x", header.initval()));
        }
        if (header.type() == SetType.HASH_IP_PORT) {
            appendMask(pairs, header);
        }
    }

    private static void appendMask(Pairs pairs, SetHeader header) {
        if (header.netmask() >= 0) {
            pairs.add("netmask", Integer.toString(header.netmask()));
        } else if (header.bitmask() != null) {
            StringBuilder mask = new StringBuilder();
            MemberText.appendAddress(mask, header.bitmask(), -1);
            pairs.add("bitmask", mask.toString());
        }
    }

    private static void appendExtensions(Pairs pairs, IpSet set, Member member) {
        SetHeader header = set.header();
        if (header.hasTimeouts()) {
            pairs.add("timeout", Long.toString(member.secondsLeft(set.now())));
        }
        pairs.flag("nomatch", member.noMatch);
        pairs.flag("wildcard", member.wildcard);
        if (header.counters()) {
            pairs.add("packets", Long.toUnsignedString(member.packets));
            pairs.add("bytes", Long.toUnsignedString(member.bytes));
        }
        if (member.comment != null) {
            pairs.add("comment", '"' + member.comment + '"');
        }
        appendSkbInfo(pairs, member.skbInfo);
    }

    private static void appendSkbInfo(Pairs pairs, SkbInfo info) {
        if (info.mark() != 0 || info.mask() != 0) {
            String mask = info.mask() == -1 ? "" : "/0x" + Integer.toHexString(info.mask());
            pairs.add("skbmark", "0x" + Integer.toHexString(info.mark()) + mask);
        }
        if (info.priority() != 0) {
            pairs.add(
                    "skbprio",
                    Integer.toHexString(info.priority() >>> 16) + ":"
                            + Integer.toHexString(info.priority() & WholeNumber.MAX_16));
        }
        if (info.queue() != 0) {
            pairs.add("skbqueue", Integer.toString(info.queue()));
        }
    }

    /** Names with values, in the words of a command line or as elements of XML. */
    private record Pairs(StringBuilder out, String open, String middle, String close) {
        void add(String name, String value) {
            out.append(open).append(name).append(middle).append(value);
            out.append(close.isEmpty() ? "" : close + name + ">");
        }

        void flag(String name, boolean set) {
            if (set) {
                out.append(open).append(name).append(close.isEmpty() ? "" : "/>");
            }
        }
    }
}
