package io.ringway.engine.route;

import java.util.function.Consumer;
import org.agrona.collections.Int2ObjectHashMap;

/** What was learnt about single destinations behind one nexthop; forgotten when it is looked for too late. */
public final class LearnedPaths {
    private final Int2ObjectHashMap<LearnedPath> byDestination = new Int2ObjectHashMap<>();
    private int lessons;

    /** Null when nothing is known ({@code route.c:find_exception()}). */
    public LearnedPath find(int destination, long now) {
        LearnedPath path = byDestination.get(destination);
        if (path != null && now > path.expires()) {
            byDestination.remove(destination);
            return null;
        }
        return path;
    }

    /** {@code route.c:update_or_create_fnhe()}. */
    public LearnedPath findOrCreate(int destination) {
        LearnedPath path = byDestination.get(destination);
        if (path == null) {
            path = new LearnedPath();
            byDestination.put(destination, path);
            lessons++;
        }
        return path;
    }

    /** How many destinations anything was ever learnt about. */
    int lessons() {
        return lessons;
    }

    void forEach(Consumer<LearnedPath> action) {
        byDestination.values().forEach(action);
    }
}
