package io.ringway.nat.conntrack.tool;

/** What the tool says of itself. */
final class UsageText {
    static final String PROGRAM = "conntrack v1.4.7 (conntrack-tools)";

    /** With tabs between the columns. */
    static final String USAGE = """
            Command line interface for the connection tracking system. Version 1.4.7
            Usage: conntrack [commands] [options]

            Commands:
              -L [table] [options]\t\tList conntrack or expectation table
              -G [table] parameters\t\tGet conntrack or expectation
              -D [table] parameters\t\tDelete conntrack or expectation
              -I [table] parameters\t\tCreate a conntrack or expectation
              -U [table] parameters\t\tUpdate a conntrack
              -E [table] [options]\t\tShow events
              -F [table]\t\t\tFlush table
              -C [table]\t\t\tShow counter
              -S\t\t\t\tShow statistics

            Tables: conntrack, expect, dying, unconfirmed

            Conntrack parameters and options:
              -n, --src-nat ip\t\t\tsource NAT ip
              -g, --dst-nat ip\t\t\tdestination NAT ip
              -j, --any-nat ip\t\t\tsource or destination NAT ip
              -m, --mark mark\t\t\tSet mark
              -c, --secmark secmark\t\t\tSet selinux secmark
              -e, --event-mask eventmask\t\tEvent mask, eg. NEW,DESTROY
              -z, --zero \t\t\t\tZero counters while listing
              -o, --output type[,...]\t\tOutput format, eg. xml
              -l, --label label[,...]\t\tconntrack labels

            Expectation parameters and options:
              --tuple-src ip\tSource address in expect tuple
              --tuple-dst ip\tDestination address in expect tuple

            Updating parameters and options:
              --label-add label\tAdd label
              --label-del label\tDelete label

            Common parameters and options:
              -s, --src, --orig-src ip\t\tSource address from original direction
              -d, --dst, --orig-dst ip\t\tDestination address from original direction
              -r, --reply-src ip\t\tSource addres from reply direction
              -q, --reply-dst ip\t\tDestination address from reply direction
              -p, --protonum proto\t\tLayer 4 Protocol, eg. 'tcp'
              -f, --family proto\t\tLayer 3 Protocol, eg. 'ipv6'
              -t, --timeout timeout\t\tSet timeout
              -u, --status status\t\tSet status, eg. ASSURED
              -w, --zone value\t\tSet conntrack zone
              --orig-zone value\t\tSet zone for original direction
              --reply-zone value\t\tSet zone for reply direction
              -b, --buffer-size\t\tNetlink socket buffer size
              --mask-src ip\t\t\tSource mask address
              --mask-dst ip\t\t\tDestination mask address

            """;

    private UsageText() {}

    static String help(Protocol protocol) {
        return "Proto `" + protocol.helpName() + "' help:\n"
                + switch (protocol.kind()) {
                    case ICMP ->
                        "  --" + protocol.helpName() + "-type\t\t\t" + protocol.helpName() + " type\n"
                                + "  --" + protocol.helpName() + "-code\t\t\t" + protocol.helpName() + " code\n"
                                + "  --" + protocol.helpName() + "-id\t\t\t" + protocol.helpName() + " id\n";
                    case KEYS -> ends("key");
                    case TCP -> ends("port") + "  --state\t\t\tTCP state, fe. ESTABLISHED\n";
                    case SCTP ->
                        ends("port") + "  --state\t\t\tSCTP state, fe. ESTABLISHED\n"
                                + "  --orig-vtag\t\toriginal verification tag\n"
                                + "  --reply-vtag\t\treply verification tag\n";
                    case DCCP -> ends("port") + "  --state\t\t\tDCCP state, fe. RESPOND\n";
                    case PORTS -> ends("port");
                    case UNKNOWN -> "  no options (unsupported)\n";
                };
    }

    /** The tool says {@code --tuple-port-src} twice. */
    private static String ends(String option) {
        return "  --orig-" + option + "-src\t\toriginal source " + option + "\n"
                + "  --orig-" + option + "-dst\t\toriginal destination " + option + "\n"
                + "  --reply-" + option + "-src\t\treply source " + option + "\n"
                + "  --reply-" + option + "-dst\t\treply destination " + option + "\n"
                + "  --mask-" + option + "-src\t\tmask source " + option + "\n"
                + "  --mask-" + option + "-dst\t\tmask destination " + option + "\n"
                + "  --tuple-" + option + "-src\t\texpectation tuple src " + option + "\n"
                + "  --tuple-" + option + "-src\t\texpectation tuple dst " + option + "\n";
    }
}
