package io.ringway.replay.conversation;

import io.ringway.nat.rules.LastDrop;
import io.ringway.nat.rules.RuleName;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each cause of a loss once, by number: there are as many as there are places and rules that drop, however many conversations. */
public final class Losses {
    private final List<Loss> all = new ArrayList<>();
    private final Map<Object, Integer> numbers = new HashMap<>();

    /** Two drops with an equal one have the same cause. */
    private record Key(String namespace, String where, DropReason reason, Object decider) {}

    /** The cause of a drop. */
    public int of(Frame frame, String namespace, String where, DropReason reason, LastDrop rules) {
        Object decider = rules == null ? null : rules.decider(frame);
        Key key = new Key(namespace, where, reason, decider);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        RuleName rule = decider == null ? null : rules.name();
        return add(key, new Loss(namespace, where, reason.kernelName(), reason.meaning(), rule));
    }

    /** The cause of a loss that is no drop. */
    public int of(String namespace, String where, String meaning) {
        Loss loss = new Loss(namespace, where, "", meaning, null);
        Integer known = numbers.get(loss);
        return known != null ? known : add(loss, loss);
    }

    private int add(Object key, Loss loss) {
        all.add(loss);
        numbers.put(key, all.size() - 1);
        return all.size() - 1;
    }

    Loss get(int cause) {
        return all.get(cause);
    }
}
