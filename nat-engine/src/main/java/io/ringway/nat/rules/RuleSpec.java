package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.AddressRange;
import io.ringway.nat.rules.extension.InterfacePattern;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NameTable;
import io.ringway.nat.rules.extension.NamespaceMember;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule says, without where it stands and what it counted.
 *
 * @param in null for any
 * @param out null for any
 * @param protocol 0 for any
 * @param fragment 0 without {@code -f}, 1 with it, -1 with {@code ! -f}
 * @param target null for a verdict, a jump or nothing
 * @param jump the verdict or chain after {@code -j} or {@code -g}; the target's name with a target; null for nothing
 * @param goesTo whether it was {@code -g}
 */
record RuleSpec(
        AddressRange source,
        boolean sourceInverted,
        AddressRange destination,
        boolean destinationInverted,
        InterfacePattern in,
        boolean inInverted,
        InterfacePattern out,
        boolean outInverted,
        int protocol,
        boolean protocolInverted,
        int fragment,
        List<Match> matches,
        Target target,
        String jump,
        boolean goesTo) {

    RuleSpec {
        matches = List.copyOf(matches);
    }

    /** The chain that this rule jumps or goes to; null when it does not. */
    String jumpChain() {
        return target != null || jump == null || (!goesTo && Extensions.VERDICTS.contains(jump)) ? null : jump;
    }

    RuleSpec withJump(String chain) {
        return new RuleSpec(
                source,
                sourceInverted,
                destination,
                destinationInverted,
                in,
                inInverted,
                out,
                outInverted,
                protocol,
                protocolInverted,
                fragment,
                matches,
                target,
                chain,
                goesTo);
    }

    boolean needsTracking() {
        boolean needed = target != null && target.needsTracking();
        for (Match match : matches) {
            needed |= match.needsTracking();
        }
        return needed;
    }

    /** Whether some match, or the target, wants to know when the rule comes and goes. */
    boolean joinsNamespace() {
        for (Match match : matches) {
            if (match.joinsNamespace()) {
                return true;
            }
        }
        return target != null && target.joinsNamespace();
    }

    /** Its matches and its target. */
    Stream<NamespaceMember> members() {
        return Stream.concat(matches.stream(), Stream.ofNullable(target));
    }

    /** The words with which the kernel refuses this rule in any chain; null where it takes it. */
    String refusedWith(NamespaceState state) {
        for (Match match : matches) {
            String refusal = match.refusedWith(state);
            if (refusal != null) {
                return refusal;
            }
        }
        return target == null ? null : target.refusedWith(protocolInverted ? 0 : protocol);
    }

    /** Whether the kernel takes this rule in a chain of this table, standing at a hook or, with null, in the user's. */
    boolean allowedIn(TableKind table, Hook hook) {
        if ((sourceInverted && source.mask() == 0) || (destinationInverted && destination.mask() == 0)) {
            return false;
        }
        for (Match match : matches) {
            if (!hasProtocol(match.requiredProtocol())
                    || !match.allowedIn(table)
                    || (hook != null && !match.allowedAt(hook))) {
                return false;
            }
        }
        boolean targetAllowed = target == null
                || (target.allowedIn(table)
                        && hasProtocol(target.requiredProtocol())
                        && (hook == null || target.allowedAt(hook)));
        return targetAllowed && (hook == null || mayStandAt(hook));
    }

    private boolean hasProtocol(int required) {
        return required == 0 || (required == protocol && !protocolInverted);
    }

    /** Whether the kernel takes the match and the target of this rule where packets of this hook come by. */
    boolean mayStandAt(Hook hook) {
        for (Match match : matches) {
            if (!match.reachableFrom(hook)) {
                return false;
            }
        }
        return target == null || target.reachableFrom(hook);
    }

    /** Everything after {@code -A chain}, each option with a space in front, as iptables-save prints it. */
    void save(StringBuilder text, Counter counter) {
        saveHead(text);
        for (Match match : matches) {
            if (!match.name().isEmpty()) {
                text.append(" -m ").append(match.name());
                match.save(text);
            }
        }
        if (counter != null) {
            text.append(" -c ").append(counter.packets()).append(' ').append(counter.bytes());
        }
        if (jump != null) {
            text.append(goesTo ? " -g " : " -j ").append(jump);
        }
        if (target != null) {
            target.save(text);
        }
    }

    private void saveHead(StringBuilder text) {
        if (sourceInverted || !source.isAny()) {
            text.append(sourceInverted ? " ! -s " : " -s ").append(source.save());
        }
        if (destinationInverted || !destination.isAny()) {
            text.append(destinationInverted ? " ! -d " : " -d ").append(destination.save());
        }
        if (in != null && (inInverted || !in.isAny())) {
            text.append(inInverted ? " ! -i " : " -i ").append(in);
        }
        if (out != null && (outInverted || !out.isAny())) {
            text.append(outInverted ? " ! -o " : " -o ").append(out);
        }
        if (protocol != 0) {
            String name = NameTable.protocolName(protocol);
            text.append(protocolInverted ? " ! -p " : " -p ").append(name == null ? Integer.toString(protocol) : name);
        }
        if (fragment != 0) {
            text.append(fragment < 0 ? " ! -f" : " -f");
        }
    }

    /** Equal for rules that iptables holds equal: what is printed, and what is told apart without being printed. */
    String identity() {
        StringBuilder text = new StringBuilder();
        save(text, null);
        for (Match match : matches) {
            text.append(match.unprinted());
        }
        return matches.stream().anyMatch(Match::alikeInAnyWords) ? withoutWords(text.toString()) : text.toString();
    }

    private String withoutWords(String printed) {
        String text = printed;
        for (Match match : matches) {
            if (match.alikeInAnyWords()) {
                StringBuilder words = new StringBuilder();
                match.save(words);
                text = text.replace(words, "");
            }
        }
        return text;
    }

    /** Everything after {@code -A chain}, as iptables-save prints it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        save(text, null);
        return text.isEmpty() ? "" : text.substring(1);
    }
}
