package io.ringway.nat.rules;

import java.util.List;
import java.util.Map;

/**
 * The options of {@code iptables-save}.
 *
 * @param table {@code -t}: only this one; null for all
 * @param counters {@code -c}
 * @param answer printed instead of any table, as of {@code -V}; null for nothing
 */
public record SaveOptions(String table, boolean counters, String answer) {
    private static final Map<String, Character> NAMES = Map.of(
            "counters",
            'c',
            "version",
            'V',
            "dump",
            'd',
            "table",
            't',
            "modprobe",
            'M',
            "file",
            'f',
            "ipv4",
            '4',
            "ipv6",
            '6');

    /**
     * Reads what follows the word {@code iptables-save}, or {@code ip6tables-save}.
     *
     * @throws IptablesException for what the tool refuses, and for a file: a lab has none
     */
    public static SaveOptions parse(String program, List<String> words) {
        ToolOptions options = new ToolOptions(
                program, "Look at manual page `" + program + ".8' for more information.", "bcdt:M:f:V", NAMES);
        String table = null;
        boolean counters = false;
        for (ToolOptions.Given option : options.read(words, "").given()) {
            switch (option.letter()) {
                case 't' -> table = option.argument();
                case 'c' -> counters = true;
                case 'V' -> {
                    return new SaveOptions(null, false, program + " v1.8.9 (nf_tables)\n");
                }
                case 'f' ->
                    throw new IptablesException(
                            IptablesException.OTHER_PROBLEM, program + ": option -f is not modelled");
                default -> {}
            }
        }
        if (!options.operands().isEmpty()) {
            throw new IptablesException(IptablesException.OTHER_PROBLEM, "Unknown arguments found on commandline");
        }
        return new SaveOptions(table, counters, null);
    }
}
