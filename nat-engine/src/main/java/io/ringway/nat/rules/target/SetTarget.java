package io.ringway.nat.rules.target;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.SetReference;
import io.ringway.nat.rules.extension.SetSubject;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.ToolNumber;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.nat.set.CounterCondition;
import io.ringway.nat.set.PacketFacts;
import io.ringway.nat.set.SetUse;
import io.ringway.nat.set.SkbInfo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code -j SET} (xt_set.c:set_target_v3()): puts the packet, or parts of it, into a set, takes them out, or maps them to a mark. */
public final class SetTarget implements Target {
    private static final int ADD = 0;
    private static final int DELETE = 1;
    private static final int MAP = 2;
    private static final int EXIST = 3;
    private static final int TIMEOUT = 4;
    private static final int MARK = 5;
    private static final int PRIORITY = 6;
    private static final int QUEUE = 7;
    private static final String[] SETS = {"add-set", "del-set", "map-set"};
    private static final String[] MAPPED = {"map-mark", "map-prio", "map-queue"};
    private static final long MAX_TIMEOUT = 0xffff_fffeL;
    /** What fits into jiffies ({@code UINT_MAX / MSEC_PER_SEC}). */
    private static final long LONGEST_TIMEOUT = 0xffff_ffffL / 1000;

    public static final Extension<Target> EXTENSION = Extension.selfChecked(
            "SET",
            Reading::new,
            ExtensionOption.valued("add-set", ADD),
            ExtensionOption.valued("del-set", DELETE),
            ExtensionOption.flag("exist", EXIST),
            ExtensionOption.valued("timeout", TIMEOUT),
            ExtensionOption.valued("map-set", MAP),
            ExtensionOption.flag("map-mark", MARK),
            ExtensionOption.flag("map-prio", PRIORITY),
            ExtensionOption.flag("map-queue", QUEUE));

    private static final class Reading implements Extension.Reading<Target> {
        private final SetReference[] sets = new SetReference[SETS.length];
        private boolean exist;
        private long timeout = -1;
        private int mapped;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case EXIST -> exist = true;
                case TIMEOUT -> {
                    int end = ToolNumber.end(argument);
                    timeout = end == argument.length() ? ToolNumber.parsePrefix(argument, end, MAX_TIMEOUT) : -1;
                    if (timeout < 0) {
                        throw Refusal.parameter("Invalid value for option --timeout or out of range 0-" + MAX_TIMEOUT);
                    }
                }
                case MARK, PRIORITY, QUEUE -> mapped |= 1 << (id - MARK);
                default -> {
                    if (sets[id] != null) {
                        throw Refusal.parameter("--" + SETS[id] + " can be specified only once");
                    }
                    sets[id] = SetReference.read(SETS[id], argument, head);
                }
            }
        }

        @Override
        public Target finish(RuleHead head) {
            if (sets[ADD] == null && sets[DELETE] == null && sets[MAP] == null) {
                throw Refusal.parameter("You must specify either `--add-set' or `--del-set' or `--map-set'");
            }
            if (sets[ADD] == null && exist) {
                throw Refusal.parameter("Flag `--exist' can be used with `--add-set' only");
            }
            if (sets[ADD] == null && timeout >= 0) {
                throw Refusal.parameter("Option `--timeout' can be used with `--add-set' only");
            }
            if (sets[MAP] != null && mapped == 0) {
                throw Refusal.parameter("You must specify flags `--map-mark' or '--map-prio` or `--map-queue'");
            }
            return new SetTarget(sets[ADD], sets[DELETE], sets[MAP], exist, timeout, mapped);
        }
    }

    private final SetReference added;
    private final SetReference deleted;
    private final SetReference map;
    private final boolean exist;
    private final long timeout;
    /** Bits of mark, priority and queue; the model has the mark. */
    private final int mapped;

    private final List<SetReference> references;
    private final SetUse adding;
    private final SetUse deleting;
    private final SetUse mapping;
    private final SetSubject subject = new SetSubject();

    private SetTarget(
            SetReference added, SetReference deleted, SetReference map, boolean exist, long timeout, int mapped) {
        this.added = added;
        this.deleted = deleted;
        this.map = map;
        this.exist = exist;
        this.timeout = timeout;
        this.mapped = mapped;
        references = Stream.of(added, deleted, map).filter(Objects::nonNull).toList();
        adding = use(added, exist, Math.min(timeout, LONGEST_TIMEOUT));
        deleting = use(deleted, false, -1);
        mapping = use(map, false, -1);
    }

    private static SetUse use(SetReference set, boolean exist, long timeout) {
        return set == null
                ? null
                : new SetUse(
                        set.dimensions(),
                        set.sources(),
                        0,
                        CounterCondition.NONE,
                        CounterCondition.NONE,
                        exist,
                        timeout);
    }

    @Override
    public String name() {
        return "SET";
    }

    @Override
    public Verdict apply(Packet packet) {
        PacketFacts facts = subject.of(packet);
        if (added != null) {
            added.set().add(facts, adding);
        }
        if (deleted != null) {
            deleted.set().remove(facts, deleting);
        }
        SkbInfo info = map == null ? null : map.set().map(facts, mapping);
        if (info != null && (mapped & 1) != 0) {
            packet.frame().setMark((packet.frame().mark() & ~info.mask()) ^ info.mark());
        }
        return Verdict.CONTINUE;
    }

    @Override
    public Target fresh() {
        return new SetTarget(added, deleted, map, exist, timeout, mapped);
    }

    @Override
    public boolean joinsNamespace() {
        return true;
    }

    @Override
    public void enter(NamespaceState state) {
        for (SetReference reference : references) {
            reference.set().hold();
        }
    }

    @Override
    public void leave(NamespaceState state) {
        for (SetReference reference : references) {
            reference.set().letGo();
        }
    }

    @Override
    public void save(StringBuilder out) {
        append(out, " --");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        append(out, " ");
    }

    private void append(StringBuilder out, String prefix) {
        if (added != null) {
            out.append(prefix).append("add-set ").append(added);
            out.append(exist ? prefix + "exist" : "");
            out.append(timeout >= 0 ? prefix + "timeout " + timeout : "");
        }
        if (deleted != null) {
            out.append(prefix).append("del-set ").append(deleted);
        }
        if (map != null) {
            out.append(prefix).append("map-set ").append(map);
            for (int i = 0; i < MAPPED.length; i++) {
                out.append((mapped & 1 << i) != 0 ? prefix + MAPPED[i] : "");
            }
        }
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return map == null || table == TableKind.MANGLE;
    }

    /** Priorities and queues are for packets that leave; chains of the user's are not looked at. */
    @Override
    public boolean allowedAt(Hook hook) {
        return (mapped & ~1) == 0 || hook == Hook.FORWARD || hook == Hook.OUTPUT || hook == Hook.POSTROUTING;
    }
}
