package io.ringway.nat.set;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands behind {@code create SETNAME TYPENAME}. */
final class HeaderReader {
    private static final int MAX_TIMEOUT = 2_147_483;
    private static final int DEFAULT_BUCKETS = 1024;
    private static final int FEWEST_BUCKETS = 64;
    /** More would be possible, and takes its memory here too. */
    private static final int MOST_BUCKETS = 1 << 20;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;
    private static final int LIST_SIZE = 8;
    private static final int SMALLEST_LIST = 4;

    private final SetType type;
    private boolean six;
    private boolean anyFamily;
    private long buckets = DEFAULT_BUCKETS;
    private long maxElements = 65_536;
    private int netmask = -1;
    private int[] bitmask;
    private long timeout = -1;
    private boolean counters;
    private boolean comments;
    private boolean forceAdd;
    private boolean skbInfo;
    private int bucketSize = LONGEST;
    private int initval;
    private long size = LIST_SIZE;
    private final Entry range = new Entry();

    /**
     * @param drawn the seed of the hash where none is given
     */
    HeaderReader(SetType type, int drawn) {
        this.type = type;
        this.initval = drawn;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("timeout=", "counters", "comment", "skbinfo"));
        if (type.isHash()) {
            names.addAll(
                    List.of("family=", "-4", "-6", "hashsize=", "maxelem=", "forceadd", "bucketsize=", "initval="));
        }
        if (type.takesMask()) {
            names.addAll(List.of("netmask=", "bitmask="));
        }
        if (type == SetType.BITMAP_PORT) {
            names.addAll(List.of("range=", "from=", "to="));
        }
        if (type == SetType.LIST_SET) {
            names.add("size=");
        }
        return names;
    }

    /** The family first, then everything else. */
    SetHeader read(List<String> words) {
        OptionWords options = new OptionWords(words, names());
        while (options.next()) {
            String name = options.name();
            if (name.equals("family") || name.startsWith("-")) {
                options.once("family", false);
                readFamily(options.argument());
            }
        }
        options = new OptionWords(words, names());
        while (options.next()) {
            if (!options.name().equals("family") && !options.name().startsWith("-")) {
                option(options);
            }
        }
        if (type == SetType.BITMAP_PORT) {
            checkRange();
        }
        return header();
    }

    private void readFamily(String word) {
        switch (word.startsWith("--") ? word.substring(2) : word) {
            case "inet", "ipv4", "-4" -> six = false;
            case "inet6", "ipv6", "-6" -> six = true;
            case "any", "unspec" -> anyFamily = true;
            default -> throw SetRefusal.syntax("unknown inet family " + word);
        }
    }

    private void option(OptionWords options) {
        String argument = options.argument();
        String name = options.name();
        options.once(name.equals("range") ? "from" : name, flag(name));
        switch (name) {
            case "hashsize" -> buckets = WholeNumber.parse(argument, WholeNumber.MAX_32);
            case "maxelem" -> maxElements = WholeNumber.parse(argument, WholeNumber.MAX_32);
            case "timeout" -> timeout = WholeNumber.parse(argument, MAX_TIMEOUT);
            case "bucketsize" -> bucketSize = (int) WholeNumber.parse(argument, WholeNumber.MAX_8);
            case "initval" -> initval = (int) WholeNumber.parse(argument, WholeNumber.MAX_32);
            case "size" -> size = WholeNumber.parse(argument, WholeNumber.MAX_32);
            case "range" -> {
                PortReader.readBare(range, argument, false);
                if (range.portTo >= 0) {
                    options.once("to", false);
                }
            }
            case "from" -> range.port = PortReader.port(argument, "tcp");
            case "to" -> range.portTo = PortReader.port(argument, "tcp");
            case "netmask" -> readNetmask(argument);
            case "bitmask" -> readBitmask(argument);
            default -> setFlag(name);
        }
    }

    private static boolean flag(String name) {
        return name.equals("counters")
                || name.startsWith("comment")
                || name.equals("skbinfo")
                || name.equals("forceadd");
    }

    private void setFlag(String name) {
        counters |= name.equals("counters");
        comments |= name.equals("comment");
        skbInfo |= name.equals("skbinfo");
        forceAdd |= name.equals("forceadd");
    }

    private void readNetmask(String text) {
        if (bitmask != null) {
            throw bothMasks();
        }
        int bits = six ? 128 : 32;
        try {
            netmask = AddressReader.prefix(text, 1, bits);
        } catch (SetRefusal refused) {
            throw SetRefusal.kernel(
                    refused.getMessage() + "\nSyntax error: netmask is out of the inclusive range of 1-" + bits);
        }
    }

    private void readBitmask(String text) {
        if (netmask >= 0) {
            throw bothMasks();
        }
        try {
            bitmask = AddressReader.any(text, six).address;
        } catch (SetRefusal refused) {
            throw SetRefusal.kernel(refused.getMessage() + "\nSyntax error: bitmask is not valid for family = "
                    + (six ? "inet6" : "inet"));
        }
    }

    private static SetRefusal bothMasks() {
        return SetRefusal.syntax("bitmask and netmask are mutually exclusive, provide only one");
    }

    private void checkRange() {
        if (range.port < 0) {
            throw SetRefusal.parameter("Mandatory option `range' is missing");
        }
        if (range.portTo < 0) {
            throw SetRefusal.parameter("Mandatory option `to' is missing");
        }
    }

    /** What the kernel makes of it ({@code *_create()}). */
    private SetHeader header() {
        if (anyFamily) {
            throw SetRefusal.kernel("Protocol family not supported by the set type");
        }
        if (bitmask != null && Words.isZero(bitmask)) {
            throw SetRefusal.kernel("The value of the netmask parameter is invalid");
        }
        if (buckets > MOST_BUCKETS) {
            throw SetRefusal.notModelled("hashsize over " + MOST_BUCKETS);
        }
        int wanted = (int) Math.max(buckets, FEWEST_BUCKETS);
        int slots = Math.min(LONGEST, Math.max(SHORTEST, bucketSize + bucketSize % 2));
        boolean bits = netmask == (six ? 128 : 32);
        return new SetHeader(
                type,
                six,
                Integer.highestOneBit(wanted - 1) << 1,
                maxElements,
                bits ? -1 : netmask,
                bitmask,
                timeout,
                counters,
                comments,
                forceAdd,
                skbInfo,
                slots,
                initval,
                Math.max(0, Math.min(range.port, range.portTo)),
                Math.max(range.port, range.portTo),
                Math.max(SMALLEST_LIST, size));
    }
}
