package io.ringway.nat.rules.target;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.ToolNumber;
import io.ringway.nat.rules.extension.ToolText;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.nat.rules.log.LogLine;
import java.util.Map;

/** {@code -j LOG} (xt_LOG.c:log_tg()): a line in the kernel's log, and on. */
public record LogTarget(String prefix, int level, int flags) implements Target {
    private static final int LEVEL = 0;
    private static final int PREFIX = 1;
    private static final int FIRST_FLAG = 2;
    private static final int DEFAULT_LEVEL = 4;
    private static final int MAX_LEVEL = 7;
    private static final int MAX_PREFIX = 29;
    private static final int[] FLAGS = {
        LogLine.TCP_SEQUENCE, LogLine.TCP_OPTIONS, LogLine.IP_OPTIONS, LogLine.UID, LogLine.MAC_DECODE
    };
    private static final String[] FLAG_NAMES = {"tcp-sequence", "tcp-options", "ip-options", "uid", "macdecode"};
    private static final String[] LEVELS = {"emerg", "alert", "crit", "err", "warn", "notice", "info", "debug"};

    /** The words that {@code --log-level} takes. */
    private static final Map<String, Integer> LEVEL_WORDS = Map.of(
            "emerg", 0, "panic", 0, "alert", 1, "crit", 2, "error", 3, "warning", 4, "notice", 5, "info", 6, "debug",
            7);

    public static final Extension<Target> EXTENSION = Extension.of(
            "LOG",
            Reading::new,
            ExtensionOption.valued("log-level", LEVEL),
            ExtensionOption.valued("log-prefix", PREFIX),
            flag(0),
            flag(1),
            flag(2),
            flag(3),
            flag(4));

    private static ExtensionOption flag(int index) {
        return ExtensionOption.flag("log-" + FLAG_NAMES[index], FIRST_FLAG + index);
    }

    private static final class Reading implements Extension.Reading<Target> {
        private String prefix = "";
        private int level = DEFAULT_LEVEL;
        private int flags;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case LEVEL -> level = parseLevel(argument);
                case PREFIX -> prefix = ToolText.parseLine(argument, MAX_PREFIX);
                default -> flags |= FLAGS[id - FIRST_FLAG];
            }
        }

        private static int parseLevel(String text) {
            int number = ToolNumber.parse(text, MAX_LEVEL);
            Integer word = number < 0 ? LEVEL_WORDS.get(text) : Integer.valueOf(number);
            if (word == null) {
                throw Refusal.parameter("log level \"" + text + "\" unknown\n");
            }
            return word;
        }

        @Override
        public Target finish(RuleHead head) {
            return new LogTarget(prefix, level, flags);
        }
    }

    @Override
    public String name() {
        return "LOG";
    }

    @Override
    public Verdict apply(Packet packet) {
        if (packet.view().isLogging()) {
            packet.view().log(packet.frame(), level, new LogLine(packet, flags).text(prefix));
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder out) {
        if (!prefix.isEmpty()) {
            out.append(" --log-prefix ");
            ToolText.quote(out, prefix);
        }
        if (level != DEFAULT_LEVEL) {
            out.append(" --log-level ").append(level);
        }
        for (int i = 0; i < FLAGS.length; i++) {
            if ((flags & FLAGS[i]) != 0) {
                out.append(" --log-").append(FLAG_NAMES[i]);
            }
        }
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" LOG");
        if (numeric) {
            out.append(" flags ").append(flags).append(" level ").append(level);
        } else {
            out.append(" level ").append(LEVELS[level]);
            for (int i = 0; i < FLAGS.length; i++) {
                out.append((flags & FLAGS[i]) != 0 ? " " + FLAG_NAMES[i] : "");
            }
        }
        if (!prefix.isEmpty()) {
            out.append(" prefix \"").append(prefix).append('"');
        }
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return true;
    }
}
