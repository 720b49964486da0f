package io.ringway.replay.binding;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people call the hosts of services. */
final class ServiceNames {
    private static final List<String> WEB =
            List.of("web", "www", "http", "nginx", "apache", "caddy", "traefik", "proxy", "front", "api", "app");
    private static final Map<Integer, List<String>> BY_PORT = Map.ofEntries(
            Map.entry(21, List.of("ftp")),
            Map.entry(22, List.of("ssh", "shell", "bastion", "git")),
            Map.entry(25, List.of("mail", "smtp", "mx")),
            Map.entry(53, List.of("dns", "names", "resolver", "bind", "unbound")),
            Map.entry(69, List.of("tftp")),
            Map.entry(80, WEB),
            Map.entry(143, List.of("mail", "imap")),
            Map.entry(389, List.of("ldap")),
            Map.entry(443, WEB),
            Map.entry(1883, List.of("mqtt", "mosquitto", "broker")),
            Map.entry(3306, List.of("mysql", "maria", "db", "database")),
            Map.entry(5432, List.of("postgres", "pg", "db", "database")),
            Map.entry(5672, List.of("rabbit", "amqp", "queue", "broker")),
            Map.entry(6379, List.of("redis", "valkey", "cache")),
            Map.entry(8080, WEB),
            Map.entry(8443, WEB),
            Map.entry(9092, List.of("kafka", "broker")),
            Map.entry(9200, List.of("elastic", "opensearch", "search")),
            Map.entry(11211, List.of("memcache", "cache")),
            Map.entry(27017, List.of("mongo", "db", "database")));

    /** Of a server of whatever. */
    private static final List<String> ANY = List.of("server", "backend", "srv", "service");

    private ServiceNames() {}

    /** Whether a host of that name is likely to serve that port. */
    static boolean fits(int port, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return BY_PORT.getOrDefault(port, List.of()).stream().anyMatch(lower::contains)
                || ANY.stream().anyMatch(lower::contains);
    }
}
