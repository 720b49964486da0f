package io.ringway.lab.sysctl;

import io.ringway.lab.ip.Words;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** A number within bounds ({@code sysctl.c:proc_dointvec_minmax()}). */
record NumberEntry(long min, long max, LongSupplier reader, LongConsumer writer) implements SysctlEntry {

    static NumberEntry anyInt(LongSupplier reader, LongConsumer writer) {
        return new NumberEntry(Integer.MIN_VALUE, Integer.MAX_VALUE, reader, writer);
    }

    @Override
    public String read() {
        return Long.toString(reader.getAsLong());
    }

    @Override
    public String refusal(String value) {
        Long number = number(value);
        return number == null || number < min || number > max ? "Invalid argument" : null;
    }

    @Override
    public void write(String value) {
        writer.accept(number(value));
    }

    /** The kernel reads the first number of the line and leaves the rest. */
    static Long number(String value) {
        String first = value.strip().split("\\s", 2)[0];
        return first.isEmpty() ? null : Words.number(first);
    }
}
