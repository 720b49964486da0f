package io.ringway.nat.rules.target;

import io.ringway.nat.NamespaceView;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.ToolText;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.nat.rules.log.LogLine;

/**
 * {@code -j NFLOG} (xt_NFLOG.c:nflog_tg()): hands the packet to a program of the user's, and lets it go on. How much of it, and how
 * many at a time, is kept but makes no difference to what is shown.
 *
 * @param size -1 when it is not said
 */
public record NetlinkLogTarget(String prefix, int group, long size, int threshold) implements Target {
    private static final int GROUP = 0;
    private static final int PREFIX = 1;
    private static final int RANGE = 2;
    private static final int SIZE = 3;
    private static final int MAX_PREFIX = 63;
    private static final int MAX_SHORT = 0xffff;
    private static final long MAX_SIZE = 0xffff_ffffL;

    public static final Extension<Target> EXTENSION = Extension.of(
            "NFLOG",
            Reading::new,
            ExtensionOption.valued("nflog-group", GROUP),
            ExtensionOption.valued("nflog-prefix", PREFIX),
            ExtensionOption.valued("nflog-range", RANGE).excluding(1 << SIZE),
            ExtensionOption.valued("nflog-size", SIZE).excluding(1 << RANGE),
            ExtensionOption.valued("nflog-threshold", 4));

    private static final class Reading implements Extension.Reading<Target> {
        private String prefix = "";
        private int group;
        private long size = -1;
        private boolean ranged;
        private int threshold;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case GROUP -> group = number("nflog-group", argument);
                case PREFIX -> prefix = ToolText.parseLine(argument, MAX_PREFIX);
                case RANGE -> {
                    OptionNumber.parse("NFLOG", "nflog-range", argument, 0, MAX_SIZE);
                    ranged = true;
                }
                case SIZE -> size = OptionNumber.parse("NFLOG", "nflog-size", argument, 0, MAX_SIZE);
                default -> threshold = number("nflog-threshold", argument);
            }
        }

        private static int number(String option, String text) {
            return (int) OptionNumber.parse("NFLOG", option, text, 0, MAX_SHORT);
        }

        @Override
        public Target finish(RuleHead head) {
            if (ranged) {
                head.warn("warn: --nflog-range has never worked and is no longer supported,"
                        + " please use --nflog-size instead");
            }
            return new NetlinkLogTarget(prefix, group, size, threshold);
        }
    }

    @Override
    public String name() {
        return "NFLOG";
    }

    @Override
    public Verdict apply(Packet packet) {
        if (packet.view().isLogging()) {
            String line = new LogLine(packet, 0).text("NFLOG group " + group + " " + prefix);
            packet.view().log(packet.frame(), NamespaceView.LOG_BY_NETLINK, line);
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder out) {
        print(out, " --");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        print(out, " ");
    }

    private void print(StringBuilder out, String lead) {
        if (!prefix.isEmpty()) {
            out.append(lead).append("nflog-prefix ");
            ToolText.quote(out, prefix);
        }
        if (group != 0) {
            out.append(lead).append("nflog-group ").append(group);
        }
        if (size >= 0) {
            out.append(lead).append("nflog-size ").append(size);
        }
        if (threshold != 0) {
            out.append(lead).append("nflog-threshold ").append(threshold);
        }
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return true;
    }
}
