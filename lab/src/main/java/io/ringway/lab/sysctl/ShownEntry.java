package io.ringway.lab.sysctl;

import java.util.function.LongSupplier;

/** A number that can be looked at only. */
record ShownEntry(LongSupplier reader) implements SysctlEntry {
    @Override
    public String read() {
        return Long.toString(reader.getAsLong());
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    /** What procps says of such a file. */
    @Override
    public String refusal(String value) {
        return "Invalid argument";
    }

    @Override
    public void write(String value) {
        throw new IllegalStateException("not to be written");
    }
}
