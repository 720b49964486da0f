package io.ringway.nat.rules.match;

import io.ringway.nat.conntrack.Connection;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.HostAddress;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NameTable;
import io.ringway.nat.rules.extension.OptionNumber;
import io.ringway.nat.rules.extension.PortRange;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.match.ConntrackMatch.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Reads {@code -m conntrack}, each of whose options makes one condition. */
final class ConntrackReading implements Extension.Reading<Match> {
    private static final int STATE = 0;
    private static final int MAX_PROTOCOL = 255;
    private static final List<String> OPTIONS = List.of(
            "ctstate",
            "ctproto",
            "ctorigsrc",
            "ctorigdst",
            "ctreplsrc",
            "ctrepldst",
            "ctorigsrcport",
            "ctorigdstport",
            "ctreplsrcport",
            "ctrepldstport",
            "ctstatus",
            "ctexpire",
            "ctdir");

    private int states;
    private boolean statesInverted;
    private final Asked[] asked = new Asked[OPTIONS.size()];

    static ExtensionOption[] options() {
        ExtensionOption[] options = new ExtensionOption[OPTIONS.size()];
        for (int i = 0; i < options.length; i++) {
            ExtensionOption option = ExtensionOption.valued(OPTIONS.get(i), i);
            options[i] = OPTIONS.get(i).equals("ctdir") ? option : option.orInverted();
        }
        return options;
    }

    @Override
    public void option(int id, String argument, boolean inverted, RuleHead head) {
        if (id == STATE) {
            states = ConntrackMatch.STATES.parse("ctstate", argument);
            statesInverted = inverted;
        } else {
            asked[id] = new Asked(OPTIONS.get(id), inverted, parse(OPTIONS.get(id), argument));
        }
    }

    private static ConnectionCondition parse(String option, String argument) {
        return switch (option) {
            case "ctproto" -> parseProtocol(argument);
            case "ctorigsrc" -> parseAddress(Connection::originalSource, option, argument);
            case "ctorigdst" -> parseAddress(Connection::originalDestination, option, argument);
            case "ctreplsrc" -> parseAddress(Connection::replySource, option, argument);
            case "ctrepldst" -> parseAddress(Connection::replyDestination, option, argument);
            case "ctorigsrcport" -> parsePorts(Connection::originalSourcePort, option, argument);
            case "ctorigdstport" -> parsePorts(Connection::originalDestinationPort, option, argument);
            case "ctreplsrcport" -> parsePorts(Connection::replySourcePort, option, argument);
            case "ctrepldstport" -> parsePorts(Connection::replyDestinationPort, option, argument);
            case "ctstatus" -> new ConnectionCondition.Status(ConnectionCondition.Status.NAMES.parse(option, argument));
            case "ctexpire" -> parseExpiry(option, argument);
            default -> parseDirection(argument);
        };
    }

    private static ConnectionCondition parseProtocol(String argument) {
        int protocol = NameTable.protocolNumber(argument.toLowerCase(Locale.ROOT));
        if (protocol < 0 || protocol > MAX_PROTOCOL) {
            throw Refusal.parameter("unknown protocol \"" + argument + "\" specified");
        }
        return new ConnectionCondition.Protocol(protocol);
    }

    private static ConnectionCondition parseAddress(ToIntFunction<Connection> which, String option, String argument) {
        return new ConnectionCondition.Address(which, HostAddress.parse("conntrack", option, argument));
    }

    /** One or two ports joined by a colon ({@code xtopt_parse_mport()}). */
    private static ConnectionCondition parsePorts(ToIntFunction<Connection> which, String option, String argument) {
        String[] words = argument.split(":", -1);
        int[] range = {0, 0xffff};
        for (int i = 0; i < words.length; i++) {
            if (i == 2) {
                throw Refusal.parameter("conntrack: Too many components for option \"--" + option + "\" (max: 2)\n");
            }
            if (!words[i].isEmpty()) {
                range[i] = PortRange.resolvePort(words[i]);
            }
        }
        return new ConnectionCondition.Ports(which, range[0], words.length == 1 ? range[0] : range[1]);
    }

    private static ConnectionCondition parseExpiry(String option, String argument) {
        long[] range = OptionNumber.parseWideRange("conntrack", option, argument, 0xffff_ffffL);
        return new ConnectionCondition.Expiry(range[0], range[range.length - 1]);
    }

    private static ConnectionCondition parseDirection(String argument) {
        if (argument.equalsIgnoreCase("ORIGINAL") || argument.equalsIgnoreCase("REPLY")) {
            return new ConnectionCondition.Direction(argument.equalsIgnoreCase("REPLY"));
        }
        throw Refusal.parameter("conntrack: Bad value for \"--ctdir\" option: \"" + argument + "\"");
    }

    @Override
    public Match finish(RuleHead head) {
        List<Asked> given = new ArrayList<>();
        for (Asked one : asked) {
            if (one != null) {
                given.add(one);
            }
        }
        if (states == 0 && given.isEmpty()) {
            throw Refusal.parameter("conntrack: At least one option is required");
        }
        return new ConntrackMatch("conntrack", "ctstate", states, statesInverted, given);
    }
}
