package io.ringway.nat.rules;

import io.ringway.packet.Frame;

/** Told which rule decided about a packet, and how NAT rewrote it. */
public interface RuleTrace {
    /**
     * A rule gave the verdict, or the policy did.
     *
     * @param ruleNumber from 1; 0 for the policy
     * @param ruleText as iptables-save prints it, "" for the policy
     */
    void decided(Frame frame, String table, String chain, int ruleNumber, String ruleText, String verdict);

    /** A rule of a packet that {@code -j TRACE} has followed matched without deciding. */
    void met(Frame frame, String table, String chain, int ruleNumber, String ruleText, String verdict);

    /** NAT changed an address or a port of the packet. */
    void translated(Frame frame, String hook, String before, String after);
}
