package io.ringway.lab.show;

import io.ringway.engine.ipv4.SnmpCounters;
import java.util.Map;
import java.util.function.Predicate;

/** The counters of a namespace as {@code nstat} of iproute2 prints them, without its rates, which need a daemon. */
public final class SnmpText {
    private final SnmpCounters counters;

    public SnmpText(SnmpCounters counters) {
        this.counters = counters;
    }

    /** Lines of name, value and rate; {@code zeros} lists what never counted too. */
    public String text(boolean zeros, Predicate<String> chosen) {
        StringBuilder text = new StringBuilder("#kernel\n");
        selected(zeros, chosen)
                .forEach((name, value) -> text.append(String.format("%-32s%-16d%6.1f\n", name, value, 0.0)));
        return text.toString();
    }

    /** The same as one object below {@code kernel}. */
    public String json(boolean zeros, Predicate<String> chosen) {
        StringBuilder text = new StringBuilder("{\"kernel\":{");
        selected(zeros, chosen)
                .forEach((name, value) -> text.append(text.length() > 11 ? "," : "")
                        .append('"')
                        .append(name)
                        .append("\":")
                        .append(value));
        return text.append("}}\n").toString();
    }

    private Map<String, Long> selected(boolean zeros, Predicate<String> chosen) {
        Map<String, Long> all = counters.list();
        all.entrySet().removeIf(entry -> (entry.getValue() == 0 && !zeros) || !chosen.test(entry.getKey()));
        return all;
    }
}
