package io.ringway.lab.snapshot;

import io.ringway.engine.Network;
import io.ringway.lab.LabCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a lab can say and a snapshot can record: a namespace, an interface, an address, a route, a neighbour, a
 * setting, a table of rules, a set. Two that are equal speak of the same thing, whatever they say of it.
 */
record Statement(String namespace, String kind, String what) {

    /** What a command states, empty for one that only changes or shows. */
    static List<Statement> of(LabCommand command) {
        String in = command.namespace().equals(LabCommand.UNNAMED) ? Network.HOST : command.namespace();
        List<String> words = new ArrayList<>(command.argv());
        String tool = words.remove(0);
        return switch (tool) {
            case "ip" -> ofIp(in, words);
            case "sysctl" -> settings(in, words);
            case "iptables-restore" -> tables(in, words, command.stdin());
            case "ipset" -> words.size() > 1 && words.get(0).matches("create|-N|n") ? set(in, words.get(1)) : List.of();
            default -> List.of();
        };
    }

    private static List<Statement> ofIp(String in, List<String> given) {
        List<String> words = new ArrayList<>(given);
        words.removeIf(word -> word.startsWith("-"));
        boolean states = words.size() > 2 && words.get(1).matches("a|add|append|replace");
        if (!states) {
            return List.of();
        }
        List<String> rest = words.subList(2, words.size());
        return switch (words.get(0)) {
            case "netns" -> List.of(namespace(rest.get(0)));
            case "link", "l", "tuntap" -> links(in, rest);
            case "addr", "address", "a" -> one(address(in, after(rest, "dev"), first(rest, "local")));
            case "route", "r", "ro" -> one(route(in, destination(rest), after(rest, "table"), after(rest, "metric")));
            case "neigh", "n", "neighbour" -> one(neighbour(in, after(rest, "dev"), first(rest, "to")));
            default -> List.of();
        };
    }

    private static List<Statement> one(Statement statement) {
        return statement.what().contains("null") ? List.of() : List.of(statement);
    }

    /** Both ends of a cable. */
    private static List<Statement> links(String in, List<String> words) {
        List<Statement> links = new ArrayList<>();
        int peer = words.contains("peer") ? words.indexOf("peer") : words.size();
        int type = words.contains("type") ? words.indexOf("type") : peer;
        link(links, in, words.subList(0, type));
        if (peer < words.size()) {
            link(links, in, words.subList(peer + 1, words.size()));
        }
        return links;
    }

    private static void link(List<Statement> links, String in, List<String> words) {
        String named = after(words, "name");
        String device = after(words, "dev");
        String alone =
                words.isEmpty() || words.get(0).matches("link|name|dev|index|address|mtu|netns") ? null : words.get(0);
        String name = named != null ? named : device != null ? device : alone;
        String elsewhere = after(words, "netns");
        if (name != null) {
            links.add(interfaceOf(elsewhere == null ? in : elsewhere, name));
        }
    }

    private static List<Statement> settings(String in, List<String> words) {
        List<Statement> settings = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                settings.add(setting(in, word.substring(0, equals)));
            }
        }
        return settings;
    }

    private static List<Statement> tables(String in, List<String> words, String rules) {
        List<Statement> tables = new ArrayList<>();
        boolean adds = words.contains("-n") || words.contains("--noflush");
        if (!adds && rules != null) {
            rules.lines()
                    .filter(line -> line.startsWith("*"))
                    .forEach(line -> tables.add(table(in, line.substring(1))));
        }
        return tables;
    }

    static Statement namespace(String name) {
        return new Statement(name, "namespace", name);
    }

    static Statement interfaceOf(String in, String name) {
        return new Statement(in, "interface", name);
    }

    static Statement address(String in, String device, String address) {
        return new Statement(in, "address", alone(address) + " of " + device);
    }

    static Statement route(String in, String destination, String table, String metric) {
        String said = table == null || table.equals("main") ? "254" : table;
        String to = "0.0.0.0/0".equals(destination) ? "default" : alone(destination);
        return new Statement(in, "route", to + " in table " + said + (metric == null ? "" : " metric " + metric));
    }

    static Statement neighbour(String in, String device, String address) {
        return new Statement(in, "neighbour", address + " of " + device);
    }

    static Statement setting(String in, String name) {
        int slash = name.indexOf('/');
        int dot = name.indexOf('.');
        boolean slashes = slash >= 0 && (dot < 0 || slash < dot);
        return new Statement(in, "setting", slashes ? name : name.replace('.', '/'));
    }

    static Statement table(String in, String name) {
        return new Statement(in, "table", name);
    }

    private static List<Statement> set(String in, String name) {
        return List.of(setOf(in, name));
    }

    static Statement setOf(String in, String name) {
        return new Statement(in, "set", name);
    }

    private static String alone(String prefix) {
        return prefix == null ? null : prefix.replaceFirst("/32$", "");
    }

    /** The first word, or the one behind its keyword. */
    private static String first(List<String> words, String keyword) {
        String said = after(words, keyword);
        return said != null ? said : words.get(0);
    }

    private static String destination(List<String> words) {
        int type = words.get(0).matches("unicast|local|broadcast|blackhole|unreachable|prohibit|throw|to") ? 1 : 0;
        return type < words.size() ? words.get(type) : null;
    }

    private static String after(List<String> words, String keyword) {
        int at = words.indexOf(keyword);
        return at < 0 || at + 1 >= words.size() ? null : words.get(at + 1);
    }

    @Override
    public String toString() {
        return kind.equals("namespace") ? "namespace " + what : kind + " " + what + " in " + namespace;
    }
}
