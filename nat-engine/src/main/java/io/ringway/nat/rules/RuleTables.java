package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.set.IpSets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The iptables tables of one namespace, with their counters. */
public final class RuleTables {
    private final Map<TableKind, RuleSet> ruleSets = new EnumMap<>(TableKind.class);
    private final CompiledChain[][] compiled = new CompiledChain[TableKind.values().length][Hook.values().length];
    private final NamespaceState state;
    private boolean tracking;
    private boolean translating;
    private boolean mangling;
    private final boolean[] standing = new boolean[Hook.values().length];
    private final LastDrop lastDrop = new LastDrop();

    /** Tables on their own, beside no connections and no sets. */
    RuleTables() {
        this(new NamespaceState(null, IpSets.NONE));
    }

    public RuleTables(NamespaceState state) {
        this.state = state;
    }

    /** What the rules dropped last. */
    public LastDrop lastDrop() {
        return lastDrop;
    }

    /**
     * Does what {@code iptables-restore} does with this text: atomic per COMMIT.
     *
     * @return what the tool prints on stdout, mostly ""
     * @throws IptablesException with the line number, in the tool's words
     */
    public String restore(String text, RestoreOptions options) {
        return restore(text, options, warnings -> {});
    }

    /**
     * The same.
     *
     * @param warned is given what the tool says on stderr though it does it: lines, or ""
     */
    public String restore(String text, RestoreOptions options, Consumer<String> warned) {
        RestoreText reader = new RestoreText(this, options);
        reader.read(text);
        warned.accept(reader.warnings());
        return reader.printed();
    }

    /**
     * What {@code iptables-save} prints, without its comment lines.
     *
     * @param table only this one, or null for all that exist
     * @throws IptablesException for a table that iptables does not know
     */
    public String save(String table, boolean counters) {
        if (table != null && TableKind.find(table) == null) {
            throw new IptablesException(IptablesException.OTHER_PROBLEM, "Table `" + table + "' does not exist");
        }
        StringBuilder text = new StringBuilder();
        if (table != null && !ruleSets.containsKey(TableKind.find(table))) {
            save(text, RuleSet.empty(TableKind.find(table)), counters);
        }
        for (RuleSet rules : ruleSets.values()) {
            if (table == null || table.equals(rules.kind().tableName)) {
                save(text, rules, counters);
            }
        }
        return text.toString();
    }

    private static void save(StringBuilder text, RuleSet rules, boolean counters) {
        text.append('*').append(rules.kind().tableName).append('\n');
        for (Chain chain : rules.printed()) {
            text.append(':').append(chain.name()).append(' ');
            text.append(chain.hook() == null ? "-" : chain.policy()).append(' ');
            // Those of policies are printed without -c too.
            text.append(chain.hook() == null ? "[0:0]" : chain.policyCounter());
            text.append('\n');
        }
        for (Chain chain : rules.printed()) {
            for (Rule rule : chain.rules()) {
                text.append(counters ? rule.counter() + " -A " : "-A ").append(chain.name());
                rule.spec().save(text, null);
                text.append('\n');
            }
        }
        text.append("COMMIT\n");
    }

    /** What rules can name. */
    IpSets sets() {
        return state.sets();
    }

    /** What the rules of the namespace share. */
    NamespaceState state() {
        return state;
    }

    /** What the user should know of the rules that stand now: a line for each match that no packet meets. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (RuleSet rules : ruleSets.values()) {
            for (Chain chain : rules.printed()) {
                for (int i = 0; i < chain.rules().size(); i++) {
                    String place = "table " + rules.kind().tableName + ", chain " + chain.name() + ", rule " + (i + 1);
                    for (Match match : chain.rules().get(i).spec().matches()) {
                        if (match.warning() != null) {
                            warnings.add(place + ": " + match.warning());
                        }
                    }
                }
            }
        }
        return warnings;
    }

    /** The table as it is now, or null when nothing has made it. */
    RuleSet ruleSet(TableKind kind) {
        return ruleSets.get(kind);
    }

    void replace(TableKind kind, RuleSet rules) {
        Newcomers.exchange(ruleSets.get(kind), rules, state);
        if (rules == null) {
            ruleSets.remove(kind);
        } else {
            ruleSets.put(kind, rules);
        }
        Arrays.fill(compiled[kind.ordinal()], null);
        boolean trackedBefore = tracking;
        tracking = ruleSets.values().stream().anyMatch(RuleSet::needsTracking);
        if (tracking && !trackedBefore) {
            state.resumeTracking();
        }
        RuleSet nat = ruleSets.get(TableKind.NAT);
        translating = nat != null && nat.standsAtHooks();
        mangling = hasChain(TableKind.MANGLE, Hook.OUTPUT);
        for (Hook hook : Hook.values()) {
            standing[hook.ordinal()] = standsAnythingAt(hook);
        }
    }

    private boolean standsAnythingAt(Hook hook) {
        boolean tracks = tracking && (hook == Hook.PREROUTING || hook == Hook.OUTPUT);
        boolean translates = translating && hook != Hook.FORWARD;
        return tracks || translates || ruleSets.keySet().stream().anyMatch(kind -> hasChain(kind, hook));
    }

    private boolean hasChain(TableKind kind, Hook hook) {
        RuleSet rules = ruleSets.get(kind);
        return rules != null && kind.hook(hook.name()) != null && rules.chain(hook.name()) != null;
    }

    /** Whether any chain, tracking or translation stands at the hook; where none does, every packet just passes. */
    public boolean standAt(Hook hook) {
        return standing[hook.ordinal()];
    }

    /** Whether the mangle table can change how a packet made here is routed. */
    public boolean manglesOutput() {
        return mangling;
    }

    /** Whether some rule of this namespace needs connections to be tracked. */
    public boolean needsTracking() {
        return tracking;
    }

    /** Whether a built-in chain of the nat table is there: then NAT stands at all of its hooks. */
    public boolean translates() {
        return translating;
    }

    /** The chain of a table at a hook, compiled; {@link CompiledChain#ABSENT} when there is none. */
    CompiledChain chain(TableKind kind, Hook hook) {
        CompiledChain chain = compiled[kind.ordinal()][hook.ordinal()];
        if (chain == null) {
            chain = ChainCompiler.compile(ruleSets.get(kind), hook);
            compiled[kind.ordinal()][hook.ordinal()] = chain;
        }
        return chain;
    }
}
