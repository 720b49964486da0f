package io.ringway.lab.command;

import io.ringway.lab.ip.Inet;
import java.math.BigDecimal;

/** The options of {@code ping} that a lab may use. */
final class PingOptions {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MAX_COUNT = 100_000;
    private static final int MAX_PAYLOAD = 65_507;

    private final Arguments args;
    /** 0: until stopped, which a lab cannot do. */
    long count;

    long intervalNs = SECOND_NS;
    long waitNs = 10 * SECOND_NS;
    int payload = 56;
    int ttl;
    boolean quiet;
    String from;
    String target;

    private PingOptions(Arguments args) {
        this.args = args;
    }

    static PingOptions read(Arguments args) {
        PingOptions options = new PingOptions(args);
        while (args.hasNext()) {
            String word = args.next();
            if (word.startsWith("-") && word.length() > 1) {
                options.take(word);
            } else if (options.target != null) {
                throw args.notModelled("ping through several hops");
            } else {
                options.target = word;
            }
        }
        if (options.target == null) {
            throw args.refuse(1, "ping: usage error: Destination address required");
        }
        if (options.count == 0) {
            throw args.notModelled("ping without -c COUNT");
        }
        return options;
    }

    /** One option, its value behind it or in the same word. */
    private void take(String word) {
        char option = word.charAt(1);
        switch (option) {
            case 'q', 'n', '4' -> {
                quiet |= option == 'q';
                if (word.length() > 2) {
                    take("-" + word.substring(2));
                }
            }
            case 'c' -> {
                count = number(value(word), 1, Long.MAX_VALUE);
                if (count > MAX_COUNT) {
                    throw args.notModelled("ping -c " + count);
                }
            }
            case 's' -> {
                payload = (int) number(value(word), 0, Integer.MAX_VALUE);
                if (payload > MAX_PAYLOAD) {
                    throw args.notModelled("ping -s " + payload);
                }
            }
            case 't' -> ttl = (int) number(value(word), 1, 255);
            case 'i' -> intervalNs = seconds(value(word));
            case 'W' -> waitNs = seconds(value(word));
            case 'I' -> from = value(word);
            default -> throw args.notModelled("ping -" + option);
        }
    }

    private String value(String word) {
        if (word.length() > 2) {
            return word.substring(2);
        }
        if (!args.hasNext()) {
            throw args.refuse(2, "ping: option requires an argument -- '" + word.charAt(1) + "'");
        }
        return args.next();
    }

    private long number(String text, long min, long max) {
        if (!text.matches("\\d{1,18}")) {
            throw args.refuse(1, "ping: invalid argument: '" + text + "'");
        }
        long value = Long.parseLong(text);
        if (value < min || value > max) {
            throw args.refuse(
                    1, "ping: invalid argument: '" + text + "': out of range: " + min + " <= value <= " + max);
        }
        return value;
    }

    private long seconds(String text) {
        if (!text.matches("\\d{1,6}(\\.\\d{1,9})?")) {
            throw args.refuse(1, "ping: invalid argument: '" + text + "'");
        }
        return new BigDecimal(text).multiply(BigDecimal.valueOf(SECOND_NS)).longValue();
    }

    /** The target's address: names mean a resolver, which no namespace of a lab has. */
    int address() {
        if (!target.matches("[0-9.]+")) {
            throw args.refuse(2, "ping: " + target + ": Temporary failure in name resolution");
        }
        return Inet.address(args, target, "inet");
    }
}
