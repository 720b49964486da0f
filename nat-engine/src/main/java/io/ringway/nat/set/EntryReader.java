package io.ringway.nat.set;

import io.ringway.nat.set.SetType.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands behind {@code add|del|test SETNAME}: the member, then its options. */
final class EntryReader {
    private static final int INTERFACE_NAME = 15;
    private static final int COMMENT = 255;
    private static final int MAX_TIMEOUT = 2_147_483;
    private static final Pattern MARK = Pattern.compile("0x([0-9a-fA-F]+)(?:/0x([0-9a-fA-F]+))?.*");
    private static final Pattern PRIORITY = Pattern.compile("(?:0[xX])?([0-9a-fA-F]+):(?:0[xX])?([0-9a-fA-F]+).*");

    private final SetType type;
    private final boolean six;
    private final String command;
    private final Entry entry = new Entry();

    EntryReader(SetHeader header, String command) {
        this.type = header.type();
        this.six = header.six();
        this.command = command;
    }

    Entry read(String text, List<String> options) {
        try {
            readParts(text);
            OptionWords words = new OptionWords(options, names());
            while (words.next()) {
                words.once(words.name().equals("nomatch") || words.name().equals("wildcard"));
                option(words.name(), words.argument());
            }
        } catch (SetRefusal refused) {
            boolean both = entry.noted != null && refused.namesLine();
            throw both ? SetRefusal.kernel(entry.noted + "\n" + refused.getMessage()) : refused;
        }
        if (entry.noted != null) {
            throw names().isEmpty()
                    ? SetRefusal.other("There are missing mandatory flags but can't check them."
                            + " It's a bug, please report the problem.")
                    : SetRefusal.kernel(entry.noted + "\nInvalid " + command + " command: missing setname");
        }
        checkAllowed();
        return entry;
    }

    private List<String> names() {
        if (type == SetType.LIST_SET) {
            return command.equals("add")
                    ? List.of(
                            "before=",
                            "after=",
                            "timeout=",
                            "packets=",
                            "bytes=",
                            "comment=",
                            "skbmark=",
                            "skbprio=",
                            "skbqueue=")
                    : List.of("before=", "after=");
        }
        if (!command.equals("add")) {
            return command.equals("test") && type.hasNets() ? List.of("nomatch") : List.of();
        }
        List<String> names = new ArrayList<>(
                List.of("timeout=", "packets=", "bytes=", "comment=", "skbmark=", "skbprio=", "skbqueue="));
        if (type.hasNets()) {
            names.add("nomatch");
        }
        if (type.has(Part.INTERFACE)) {
            names.add("wildcard");
        }
        return names;
    }

    private void readParts(String text) {
        if (type == SetType.LIST_SET) {
            readSet(text);
            return;
        }
        int first = AddressReader.separator(text, ',');
        int count = type.parts.size();
        if (first < 0 && count > 1) {
            throw SetRefusal.syntax("Second element is missing from " + text + ".");
        }
        if (first >= 0 && count == 1) {
            throw SetRefusal.syntax("Elem separator in " + text + ", but settype " + type.typeName + " supports none.");
        }
        String rest = first < 0 ? "" : text.substring(first + 1);
        int second = AddressReader.separator(rest, ',');
        if (second < 0 && count > 2) {
            throw SetRefusal.syntax("Third element is missing from " + text + ".");
        }
        if (second >= 0 && count == 2) {
            throw SetRefusal.syntax(
                    "Two elem separators in " + text + ", but settype " + type.typeName + " supports one.");
        }
        String last = second < 0 ? "" : rest.substring(second + 1);
        if (second >= 0 && AddressReader.separator(last, ',') >= 0) {
            throw SetRefusal.syntax(
                    "Three elem separators in " + text + ", but settype " + type.typeName + " supports two.");
        }
        part(type.parts.get(0), first < 0 ? text : text.substring(0, first));
        if (count > 1) {
            part(type.parts.get(1), second < 0 ? rest : rest.substring(0, second));
        }
        if (count > 2) {
            part(type.parts.get(2), last);
        }
    }

    private void part(Part part, String text) {
        // What the tool has noted made it forget the family.
        boolean asSix = six && entry.noted == null;
        switch (part) {
            case ADDRESS -> first(six ? AddressReader.plain(text, true) : AddressReader.any(text, false));
            case NET -> first(six ? AddressReader.network(text, true) : AddressReader.any(text, false));
            case ADDRESS2 -> second(AddressReader.plain(text, asSix));
            case NET2 -> second(asSix ? AddressReader.network(text, true) : AddressReader.any(text, false));
            case PORT -> PortReader.read(entry, text, six);
            case BARE_PORT -> PortReader.readBare(entry, text, six);
            default -> readInterface(text);
        }
    }

    private void first(AddressReader read) {
        entry.address = read.address;
        entry.cidr = read.cidr;
        entry.addressTo = read.to;
    }

    private void second(AddressReader read) {
        entry.address2 = read.address;
        entry.cidr2 = read.cidr;
        entry.address2To = read.to;
    }

    private void readInterface(String text) {
        String prefix = "physdev:";
        entry.physical = text.startsWith(prefix);
        entry.interfaceName = entry.physical ? text.substring(prefix.length()) : text;
        if (entry.interfaceName.length() > INTERFACE_NAME) {
            throw SetRefusal.syntax(
                    "interface name '" + entry.interfaceName + "' is longer than " + INTERFACE_NAME + " characters");
        }
    }

    private void readSet(String text) {
        String[] parts = text.split(",", 3);
        boolean placed = AddressReader.separator(text, ',') >= 0;
        if (placed && (parts.length < 3 || !(parts[1].equals("before") || parts[1].equals("after")))) {
            throw SetRefusal.kernel("you must specify elements as setname,[before|after],setname");
        }
        entry.setName = IpSets.checkName(placed ? parts[0] : text);
        if (placed) {
            entry.reference = IpSets.checkName(parts[2]);
            entry.before = parts[1].equals("before");
        }
    }

    private void option(String name, String argument) {
        switch (name) {
            case "timeout" -> entry.timeoutSeconds = WholeNumber.parse(argument, MAX_TIMEOUT);
            case "packets" -> entry.packets = WholeNumber.parse(argument, -1);
            case "bytes" -> entry.bytes = WholeNumber.parse(argument, -1);
            case "comment" -> readComment(argument);
            case "skbmark" -> readMark(argument);
            case "skbprio" -> readPriority(argument);
            case "skbqueue" -> {
                SkbInfo info = skbInfo();
                int queue = (int) WholeNumber.parse(argument, WholeNumber.MAX_16);
                entry.skbInfo = new SkbInfo(info.mark(), info.mask(), info.priority(), queue);
            }
            case "nomatch" -> entry.noMatch = true;
            case "wildcard" -> entry.wildcard = true;
            default -> {
                entry.reference = IpSets.checkName(argument);
                entry.before = name.equals("before");
            }
        }
    }

    private SkbInfo skbInfo() {
        return entry.skbInfo == null ? SkbInfo.NONE : entry.skbInfo;
    }

    private void readComment(String text) {
        if (text.indexOf('"') >= 0) {
            throw SetRefusal.syntax("\" character is not permitted in comments");
        }
        if (text.length() > COMMENT) {
            throw SetRefusal.syntax("Comment is longer than the maximum allowed " + COMMENT + " characters");
        }
        entry.comment = text;
    }

    private void readMark(String text) {
        Matcher matcher = MARK.matcher(text);
        if (!matcher.matches()) {
            throw SetRefusal.syntax("Invalid skbmark format, it should be:  MARK/MASK or MARK (see manpage)");
        }
        int mark = (int) Long.parseUnsignedLong(matcher.group(1), 16);
        int mask = matcher.group(2) == null ? -1 : (int) Long.parseUnsignedLong(matcher.group(2), 16);
        entry.skbInfo = new SkbInfo(mark, mask, skbInfo().priority(), skbInfo().queue());
    }

    private void readPriority(String text) {
        Matcher matcher = PRIORITY.matcher(text);
        if (!matcher.matches()) {
            throw SetRefusal.syntax("Invalid skbprio format, it should be:MAJOR:MINOR (see manpage)");
        }
        int major = (int) Long.parseUnsignedLong(matcher.group(1).toLowerCase(Locale.ROOT), 16);
        int minor = (int) Long.parseUnsignedLong(matcher.group(2).toLowerCase(Locale.ROOT), 16);
        SkbInfo info = skbInfo();
        entry.skbInfo = new SkbInfo(info.mark(), info.mask(), major << 16 | (minor & 0xffff), info.queue());
    }

    /** What the command does not go with, though it could be read ({@code check_allowed()}). */
    private void checkAllowed() {
        String where = " is not allowed in command " + command + " with set type " + type.typeName + " and family "
                + (type.isHash() ? six ? "inet6" : "inet" : "unspec");
        boolean asks = command.equals("test");
        boolean wholeRange = type == SetType.HASH_IP;
        if (asks && entry.addressTo != null && !wholeRange) {
            throw SetRefusal.other("FROM-TO IP range" + where);
        }
        if (asks && entry.cidr >= 0 && !wholeRange && !type.has(Part.NET)) {
            throw SetRefusal.other("IP/CIDR range" + where);
        }
        if (asks && entry.portTo >= 0) {
            throw SetRefusal.other("FROM-TO port range" + where);
        }
        if (type.has(Part.ADDRESS2) && entry.cidr2 >= 0) {
            throw SetRefusal.other("There are not allowed options (28) but can't resolve them."
                    + " It's a bug, please report the problem.");
        }
    }
}
