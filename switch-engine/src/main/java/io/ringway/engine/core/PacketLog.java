package io.ringway.engine.core;

/** Told of every packet that a rule logs. */
@FunctionalInterface
public interface PacketLog {
    /**
     * @param wallNs virtual time since 1970
     * @param level of syslog; -1 for what goes to a program of the user's instead
     * @param line without the time
     */
    void logged(String namespace, long wallNs, int level, String line);
}
