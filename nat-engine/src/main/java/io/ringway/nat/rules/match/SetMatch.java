package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.SetReference;
import io.ringway.nat.rules.extension.SetSubject;
import io.ringway.nat.set.CounterCondition;
import io.ringway.nat.set.SetUse;

/** {@code -m set} (xt_set.c:set_match_v4()): whether the packet, or parts of it, are in a set. */
public final class SetMatch implements Match {
    private static final int MATCH_SET = 0;
    private static final int RETURN_NOMATCH = 1;
    private static final int UPDATE_COUNTERS = 2;
    private static final int UPDATE_SUBCOUNTERS = 3;
    private static final int PACKETS = 4;
    private static final int BYTES = 7;
    private static final int OLD_MATCH_SET = 10;
    private static final String[] COMPARISONS = {"eq", "lt", "gt"};

    public static final Extension<Match> EXTENSION = Extension.selfChecked(
            "set",
            Reading::new,
            ExtensionOption.valued("match-set", MATCH_SET),
            ExtensionOption.valued("set", OLD_MATCH_SET),
            ExtensionOption.flag("return-nomatch", RETURN_NOMATCH),
            ExtensionOption.flag("update-counters", UPDATE_COUNTERS),
            ExtensionOption.flag("update-subcounters", UPDATE_SUBCOUNTERS),
            ExtensionOption.valued("packets-eq", PACKETS),
            ExtensionOption.valued("packets-lt", PACKETS + 1),
            ExtensionOption.valued("packets-gt", PACKETS + 2),
            ExtensionOption.valued("bytes-eq", BYTES),
            ExtensionOption.valued("bytes-lt", BYTES + 1),
            ExtensionOption.valued("bytes-gt", BYTES + 2));

    private static final class Reading implements Extension.Reading<Match> {
        private SetReference reference;
        private boolean inverted;
        private int flags;
        private CounterCondition packets = CounterCondition.NONE;
        private CounterCondition bytes = CounterCondition.NONE;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case MATCH_SET, OLD_MATCH_SET -> {
                    if (id == OLD_MATCH_SET) {
                        head.warn("--set option deprecated, please use --match-set");
                    }
                    if (reference != null) {
                        throw Refusal.parameter("--match-set can be specified only once");
                    }
                    reference = SetReference.read("match-set", argument, head);
                    this.inverted = inverted;
                }
                case RETURN_NOMATCH -> {
                    if (inverted) {
                        throw Refusal.parameter("--return-nomatch flag cannot be inverted");
                    }
                    flags |= SetUse.RETURN_NOMATCH;
                }
                case UPDATE_COUNTERS -> flags |= inverted ? SetUse.SKIP_COUNTER : 0;
                case UPDATE_SUBCOUNTERS -> flags |= inverted ? SetUse.SKIP_SUBCOUNTER : 0;
                default -> {
                    if (id < BYTES) {
                        packets = test("packets", id - PACKETS, packets, argument, inverted);
                    } else {
                        bytes = test("bytes", id - BYTES, bytes, argument, inverted);
                    }
                }
            }
        }

        private static CounterCondition test(
                String what, int kind, CounterCondition before, String text, boolean inverted) {
            if (before != CounterCondition.NONE) {
                throw Refusal.parameter("only one of the --" + what + "-[eq|lt|gt] is allowed");
            }
            if (inverted && kind > 0) {
                throw Refusal.parameter("--" + what + "-" + COMPARISONS[kind] + " option cannot be inverted");
            }
            CounterCondition.Kind[] kinds = {
                CounterCondition.Kind.EQUAL, CounterCondition.Kind.LESS, CounterCondition.Kind.GREATER
            };
            CounterCondition test = CounterCondition.of(inverted ? CounterCondition.Kind.UNEQUAL : kinds[kind], text);
            if (test == null) {
                throw Refusal.parameter("Cannot parse " + text + " as a counter value");
            }
            return test;
        }

        @Override
        public Match finish(RuleHead head) {
            if (reference == null) {
                throw Refusal.parameter("You must specify `--match-set' with proper arguments");
            }
            boolean counts = packets != CounterCondition.NONE || bytes != CounterCondition.NONE;
            int all = flags | (counts ? SetUse.MATCH_COUNTERS : 0);
            return new SetMatch(
                    reference,
                    inverted,
                    new SetUse(reference.dimensions(), reference.sources(), all, packets, bytes, false, -1));
        }
    }

    private final SetReference reference;
    private final boolean inverted;
    private final SetUse use;
    private final SetSubject subject = new SetSubject();

    private SetMatch(SetReference reference, boolean inverted, SetUse use) {
        this.reference = reference;
        this.inverted = inverted;
        this.use = use;
    }

    @Override
    public Match fresh() {
        return new SetMatch(reference, inverted, use);
    }

    @Override
    public String name() {
        return "set";
    }

    @Override
    public boolean matches(Packet packet) {
        return reference.set().matches(subject.of(packet), use) != inverted;
    }

    @Override
    public boolean joinsNamespace() {
        return true;
    }

    @Override
    public void enter(NamespaceState state) {
        reference.set().hold();
    }

    @Override
    public void leave(NamespaceState state) {
        reference.set().letGo();
    }

    @Override
    public void save(StringBuilder out) {
        append(out, "--");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        append(out, "");
    }

    private void append(StringBuilder out, String prefix) {
        out.append(inverted ? " ! " : " ").append(prefix).append("match-set ").append(reference);
        appendFlag(out, SetUse.RETURN_NOMATCH, " " + prefix + "return-nomatch");
        appendFlag(out, SetUse.SKIP_COUNTER, " ! " + prefix + "update-counters");
        appendFlag(out, SetUse.SKIP_SUBCOUNTER, " ! " + prefix + "update-subcounters");
        append(out, prefix + "packets", use.packets());
        append(out, prefix + "bytes", use.bytes());
    }

    private void appendFlag(StringBuilder out, int flag, String text) {
        out.append((use.flags() & flag) != 0 ? text : "");
    }

    private static void append(StringBuilder out, String what, CounterCondition test) {
        String comparison = switch (test.kind()) {
            case NONE -> "";
            case EQUAL, UNEQUAL -> "eq";
            case LESS -> "lt";
            case GREATER -> "gt";
        };
        if (!comparison.isEmpty()) {
            out.append(test.kind() == CounterCondition.Kind.UNEQUAL ? " ! " : " ")
                    .append(what);
            out.append('-').append(comparison).append(' ').append(Long.toUnsignedString(test.value()));
        }
    }
}
