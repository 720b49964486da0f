package io.ringway.nat.rules.ip6;

import io.ringway.nat.rules.IptablesException;
import io.ringway.nat.rules.extension.TableKind;
import java.util.ArrayList;
import java.util.List;

/** One command of ip6tables: which table and chain, which number, and the rest as text. */
final class KeptCommand {
    private static final String TAKES_CHAIN = "ADICRNPE";
    private static final String TAKES_CHAIN_OR_ALL = "FXZSL";

    private final List<String> words;
    private TableKind table = TableKind.FILTER;
    private char letter;
    private String chain;
    private String counters = "[0:0]";
    private final List<String> rest = new ArrayList<>();

    private KeptCommand(List<String> words) {
        this.words = words;
    }

    static KeptCommand read(List<String> args) {
        KeptCommand command = new KeptCommand(args);
        command.read();
        return command;
    }

    TableKind table() {
        return table;
    }

    boolean changes() {
        return "CSLV".indexOf(letter) < 0;
    }

    private void read() {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean more = i + 1 < words.size();
            if ((word.equals("-t") || word.equals("--table")) && more) {
                setTable(words.get(++i));
            } else if (word.equals("-w") || word.equals("--wait") || word.equals("-n") || word.equals("-v")) {
                i += more && word.startsWith("-w") && words.get(i + 1).matches("\\d+") ? 1 : 0;
            } else if (word.equals("-c") && i + 2 < words.size()) {
                counters = "[" + words.get(i + 1) + ":" + words.get(i + 2) + "]";
                i += 2;
            } else if (letter == 0 && letterOf(word) != 0) {
                letter = letterOf(word);
                boolean named = more && !words.get(i + 1).startsWith("-");
                if (TAKES_CHAIN.indexOf(letter) >= 0 && !named) {
                    throw parameter("option \"" + word + "\" requires an argument");
                }
                chain = named && letter != 'V' ? words.get(++i) : null;
            } else {
                rest.add(word);
            }
        }
        if (letter == 0) {
            throw parameter("no command specified");
        }
    }

    private static char letterOf(String word) {
        String all = TAKES_CHAIN + TAKES_CHAIN_OR_ALL + "V";
        if (word.length() == 2 && word.charAt(0) == '-' && all.indexOf(word.charAt(1)) >= 0) {
            return word.charAt(1);
        }
        return switch (word) {
            case "--append" -> 'A';
            case "--delete" -> 'D';
            case "--insert" -> 'I';
            case "--check" -> 'C';
            case "--replace" -> 'R';
            case "--new-chain", "--new" -> 'N';
            case "--policy" -> 'P';
            case "--rename-chain" -> 'E';
            case "--flush" -> 'F';
            case "--delete-chain" -> 'X';
            case "--zero" -> 'Z';
            case "--list-rules" -> 'S';
            case "--list" -> 'L';
            case "--version" -> 'V';
            default -> 0;
        };
    }

    private void setTable(String name) {
        table = TableKind.find(name);
        if (table == null) {
            throw new IptablesException(
                    IptablesException.VERSION_PROBLEM,
                    "ip6tables v1.8.9 (nf_tables): table '" + name
                            + "' does not exist\nPerhaps ip6tables or your kernel needs to be upgraded.");
        }
    }

    /** Does it to the table, and says what it prints. */
    String run(KeptTable edited) {
        StringBuilder printed = new StringBuilder();
        switch (letter) {
            case 'N' -> make(edited);
            case 'X' -> remove(edited);
            case 'E' -> rename(edited);
            case 'F' -> chosen(edited).forEach(each -> each.rules.clear());
            case 'Z' -> chosen(edited).forEach(KeptChain::zero);
            case 'P' -> {
                if (existing(edited).policy == null) {
                    throw failed("Bad built-in chain name");
                }
                existing(edited).policy = rest.isEmpty() ? "ACCEPT" : rest.get(0);
            }
            case 'S' -> {
                chosen(edited);
                edited.list(printed, chain);
            }
            case 'L' ->
                throw new IptablesException(
                        IptablesException.OTHER_PROBLEM,
                        "ip6tables: -L is not modelled; -S shows the rules as they were written");
            case 'V' -> printed.append("ip6tables v1.8.9 (nf_tables)\n");
            default -> change(existing(edited).rules, existing(edited));
        }
        return printed.toString();
    }

    private void change(List<KeptChain.Rule> rules, KeptChain of) {
        boolean numbered = !rest.isEmpty() && rest.get(0).matches("\\d+");
        int number = numbered ? Integer.parseInt(rest.get(0)) : 1;
        if ((letter == 'D' && numbered) || letter == 'R') {
            check(number <= rules.size(), letter == 'D' ? "Index of deletion too big" : "Index of replacement too big");
        }
        String text = KeptText.of(rest.subList(numbered && letter != 'A' ? 1 : 0, rest.size()));
        KeptChain.Rule rule = new KeptChain.Rule(text, counters);
        switch (letter) {
            case 'A' -> rules.add(rule);
            case 'I' -> {
                check(number <= rules.size() + 1, "Index of insertion too big");
                rules.add(number - 1, rule);
            }
            case 'R' -> rules.set(number - 1, rule);
            default -> {
                int at = numbered ? number - 1 : of.find(text);
                check(at >= 0, "Bad rule (does a matching rule exist in that chain?)");
                if (letter == 'D') {
                    rules.remove(at);
                }
            }
        }
    }

    private void make(KeptTable edited) {
        check(edited.chains.putIfAbsent(chain, new KeptChain(null)) == null, "Chain already exists");
    }

    private void remove(KeptTable edited) {
        if (chain != null) {
            existing(edited);
        }
        edited.chains
                .entrySet()
                .removeIf(entry -> entry.getValue().policy == null && (chain == null || chain.equals(entry.getKey())));
    }

    private void rename(KeptTable edited) {
        KeptChain renamed = existing(edited);
        check(rest.size() == 1 && !edited.chains.containsKey(rest.get(0)), "File exists");
        edited.chains.remove(chain);
        edited.chains.put(rest.get(0), renamed);
    }

    private List<KeptChain> chosen(KeptTable edited) {
        return chain == null ? List.copyOf(edited.chains.values()) : List.of(existing(edited));
    }

    private KeptChain existing(KeptTable edited) {
        KeptChain found = edited.chains.get(chain);
        check(found != null, "No chain/target/match by that name");
        return found;
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw failed(problem);
        }
    }

    private static IptablesException failed(String problem) {
        return new IptablesException(IptablesException.OTHER_PROBLEM, "ip6tables: " + problem + ".");
    }

    private static IptablesException parameter(String problem) {
        return new IptablesException(
                IptablesException.PARAMETER_PROBLEM,
                "ip6tables v1.8.9 (nf_tables): " + problem
                        + "\nTry `ip6tables -h' or 'ip6tables --help' for more information.");
    }
}
