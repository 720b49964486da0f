package io.ringway.nat.rules;

/**
 * Which rule.
 *
 * @param number from 1 within its chain; 0 for the chain's policy
 * @param text as iptables-save prints it, "" for the policy
 */
public record RuleName(String table, String chain, int number, String text) {
    /** {@code filter/FORWARD rule 3: -p tcp -j DROP}, or {@code filter/FORWARD policy}. */
    @Override
    public String toString() {
        return table + "/" + chain + (number == 0 ? " policy" : " rule " + number + ": " + text);
    }
}
