package io.ringway.nat.set;

import io.ringway.nat.set.SetType.Part;
import java.util.Arrays;

/** Whether a member answers a question ({@code mtype_data_equal()}). */
final class Likeness {
    private final MemberLayout layout;
    private final boolean byInterface;
    private int others;

    Likeness(SetType type, MemberLayout layout) {
        this.layout = layout;
        this.byInterface = type.has(Part.INTERFACE);
    }

    boolean isByInterface() {
        return byInterface;
    }

    /** Begins to count {@link #others} anew. */
    void begin() {
        others = 0;
    }

    /** How many members about the same network the comparisons have met, whatever their interface. */
    int others() {
        return others;
    }

    boolean holds(Member kept, Member question) {
        if (!byInterface) {
            return Arrays.equals(kept.key, question.key);
        }
        if (!layout.isSameNetwork(kept, question)) {
            return false;
        }
        others++;
        return layout.isPhysical(kept) == layout.isPhysical(question)
                && (kept.wildcard
                        ? question.interfaceName.startsWith(kept.interfaceName)
                        : question.interfaceName.equals(kept.interfaceName));
    }
}
