package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.tool.LongOption.Argument;
import java.util.ArrayList;
import java.util.List;

/**
 * The options that come with {@code -p}, numbered from 1: the tool's {@code extensions/libct_proto_*.c}.
 *
 * @param helpName what the tool's help calls it
 * @param options names of each number, the one of messages first
 */
record Protocol(int number, Kind kind, String helpName, List<List<String>> options) {
    enum Kind {
        PORTS,
        TCP,
        SCTP,
        DCCP,
        KEYS,
        ICMP,
        UNKNOWN
    }

    static final int TCP = 6;
    static final int DCCP = 33;
    static final int SCTP = 132;

    private static final String PORTS =
            "sport,orig-port-src dport,orig-port-dst reply-port-src reply-port-dst mask-port-src mask-port-dst ";
    private static final String KEYS =
            "srckey,orig-key-src dstkey,orig-key-dst reply-key-src reply-key-dst mask-key-src mask-key-dst ";
    private static final String TUPLE = "tuple-port-src tuple-port-dst";
    private static final List<Protocol> KNOWN = List.of(
            of(TCP, Kind.TCP, "tcp", PORTS + "state " + TUPLE),
            of(17, Kind.PORTS, "udp", PORTS + TUPLE),
            of(136, Kind.PORTS, "udplite", PORTS + TUPLE),
            of(SCTP, Kind.SCTP, "sctp", PORTS + "state " + TUPLE + " orig-vtag reply-vtag"),
            of(DCCP, Kind.DCCP, "dccp", PORTS + "state " + TUPLE + " role"),
            of(1, Kind.ICMP, "icmp", "icmp-type icmp-code icmp-id"),
            of(58, Kind.ICMP, "icmpv6", "icmpv6-type icmpv6-code icmpv6-id"),
            of(47, Kind.KEYS, "gre", KEYS + "tuple-key-src tuple-key-dst"));

    private static Protocol of(int number, Kind kind, String name, String words) {
        List<List<String>> options = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            options.add(List.of(word.split(",", -1)));
        }
        return new Protocol(number, kind, name, options);
    }

    static Protocol named(String name) {
        return KNOWN.stream()
                .filter(one -> one.helpName.equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    static Protocol numbered(int number, String name) {
        return KNOWN.stream()
                .filter(one -> one.number == number)
                .findFirst()
                .orElse(new Protocol(number, Kind.UNKNOWN, name, List.of()));
    }

    /** As the scan knows them. */
    List<LongOption> longOptions() {
        List<LongOption> all = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            for (String name : options.get(i)) {
                all.add(new LongOption(name, (char) (i + 1), Argument.NEEDED));
            }
        }
        return all;
    }

    /** Refuses what does not go with a command ({@code final_check()}); {@code given} has a bit for each option said. */
    void check(ToolCommand command, int given) {
        if (kind == Kind.UNKNOWN) {
            return;
        }
        String rules = rules(command);
        for (int i = 0; i < options.size(); i++) {
            boolean said = (given >>> i & 1) != 0;
            char rule = i < rules.length() ? rules.charAt(i) : '0';
            String name = options.get(i).get(0);
            if (!said && rule == '1') {
                throw ConntrackRefusal.parameter("You need to supply the `--" + name + "' option for this command");
            }
            if (said && rule == '0') {
                throw ConntrackRefusal.parameter("Illegal option `--" + name + "' with this command");
            }
        }
        if (rules.startsWith("3") && (given & 3) != 3 && (given & 12) != 12) {
            boolean reply = (given & 3) == 0 && (given & 12) != 0;
            throw ConntrackRefusal.parameter("you have to specify " + (reply ? replyPair() : originalPair()));
        }
    }

    private String originalPair() {
        return kind == Kind.KEYS ? "`--srckey' and `--dstkey'" : "`--sport' and `--dport'";
    }

    private String replyPair() {
        return switch (kind) {
            case KEYS -> "`--reply-src-key' and `--reply-dst-key'";
            case DCCP -> "`--reply-port-src' and `--report-port-dst'";
            default -> "`--reply-src-port' and `--reply-dst-port'";
        };
    }

    /** One digit an option: 0 not with this command, 1 needed, 2 allowed, 3 both ports of one direction needed. */
    private String rules(ToolCommand command) {
        boolean icmp = kind == Kind.ICMP;
        return switch (command) {
            case LIST, DELETE, EVENT -> icmp ? "222" : hasState() ? "2222002" : "2222";
            case UPDATE -> icmp ? "222" : kind == Kind.SCTP ? "22220020022" : hasState() ? "2222002" : "2222";
            case CREATE, ADD ->
                switch (kind) {
                    case ICMP -> "112";
                    case SCTP -> "33330010011";
                    case DCCP -> "3333001001";
                    case TCP -> "3333001";
                    default -> "3333";
                };
            case GET -> icmp ? "112" : kind == Kind.SCTP ? "33330020022" : hasState() ? "3333002" : "3333";
            case CREATE_EXPECTED ->
                switch (kind) {
                    case ICMP -> "";
                    case SCTP -> "11001101111";
                    case DCCP -> "1100110111";
                    case TCP -> "110011011";
                    case KEYS -> "11111111";
                    default -> "11001111";
                };
            case DELETE_EXPECTED, GET_EXPECTED -> icmp ? "" : "1111";
            default -> "";
        };
    }

    private boolean hasState() {
        return kind == Kind.TCP || kind == Kind.SCTP || kind == Kind.DCCP;
    }
}
