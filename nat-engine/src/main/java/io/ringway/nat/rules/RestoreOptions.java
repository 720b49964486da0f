package io.ringway.nat.rules;

import java.util.List;
import java.util.Map;

/**
 * The options of {@code iptables-restore}.
 *
 * @param noFlush {@code -n}: tables named in the text keep what they have
 * @param counters {@code -c}: counters are taken from the text, else they start at zero
 * @param test {@code -t}: everything is read, nothing is done
 * @param table {@code -T}: only this table is restored; null for all in the text
 * @param answer printed instead of reading anything, as of {@code -V}; null for nothing
 */
public record RestoreOptions(boolean noFlush, boolean counters, boolean test, String table, String answer) {
    public static final RestoreOptions NONE = new RestoreOptions(false, false, false, null);

    private static final Map<String, Character> NAMES = Map.ofEntries(
            Map.entry("binary", 'b'),
            Map.entry("counters", 'c'),
            Map.entry("verbose", 'v'),
            Map.entry("version", 'V'),
            Map.entry("test", 't'),
            Map.entry("help", 'h'),
            Map.entry("noflush", 'n'),
            Map.entry("modprobe", 'M'),
            Map.entry("table", 'T'),
            Map.entry("wait", 'w'),
            Map.entry("wait-interval", 'W'),
            Map.entry("ipv4", '4'),
            Map.entry("ipv6", '6'));

    public RestoreOptions(boolean noFlush, boolean counters, boolean test, String table) {
        this(noFlush, counters, test, table, null);
    }

    /**
     * Reads what follows the word {@code iptables-restore}, or {@code ip6tables-restore}.
     *
     * @throws IptablesException for what the tool refuses, and for a file: a lab has none
     */
    public static RestoreOptions parse(String program, List<String> words) {
        ToolOptions options =
                new ToolOptions(program, "Try `" + program + " -h' for more information.", "bcvVthnwWM:T:", NAMES);
        boolean noFlush = false;
        boolean counters = false;
        boolean test = false;
        String table = null;
        for (ToolOptions.Given option : options.read(words, "wW").given()) {
            switch (option.letter()) {
                case 'n' -> noFlush = true;
                case 'c' -> counters = true;
                case 't' -> test = true;
                case 'T' -> table = option.argument();
                case 'V' -> {
                    return new RestoreOptions(false, false, false, null, program + " v1.8.9 (nf_tables)\n");
                }
                case 'v', 'h', 'b' -> throw notModelled(program, "option -" + option.letter());
                default -> {}
            }
        }
        if (options.operands().size() > 1) {
            throw new IptablesException(IptablesException.OTHER_PROBLEM, "Unknown arguments found on commandline");
        }
        if (!options.operands().isEmpty()) {
            String file = options.operands().get(0);
            throw new IptablesException(
                    IptablesException.OTHER_PROBLEM,
                    program + ": " + file + " is not part of the lab language: rules come by <<EOF",
                    words.indexOf(file));
        }
        return new RestoreOptions(noFlush, counters, test, table);
    }

    private static IptablesException notModelled(String program, String what) {
        return new IptablesException(IptablesException.OTHER_PROBLEM, program + ": " + what + " is not modelled");
    }
}
