package io.ringway.lab.sysctl;

import io.ringway.engine.Namespace;
import java.util.Set;

/**
 * A setting that changes nothing in the model, at the values at which that is so; remembered, so that it reads back.
 *
 * @param accepted numbers that the model honours; empty for any
 * @param whatElse what another value would need
 */
record InertEntry(Namespace namespace, String path, String initial, Set<Long> accepted, String whatElse)
        implements SysctlEntry {
    @Override
    public String read() {
        return namespace.inertSettings().getOrDefault(path, initial);
    }

    @Override
    public String refusal(String value) {
        Long number = NumberEntry.number(value);
        if (number == null) {
            return "Invalid argument";
        }
        return accepted.isEmpty() || accepted.contains(number) ? null : whatElse + " is not modelled yet";
    }

    @Override
    public void write(String value) {
        namespace.inertSettings().put(path, Long.toString(NumberEntry.number(value)));
    }
}
