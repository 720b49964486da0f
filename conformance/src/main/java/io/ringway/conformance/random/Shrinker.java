package io.ringway.conformance.random;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Makes a case smaller while the same kind of difference stays: first what comes after it, then frames, changes,
 * namespaces, interfaces, single commands.
 */
final class Shrinker {
    private static final int MOST_RUNS = Integer.getInteger("ringway.random.shrink", 120);

    /** Of all runs together; what is smallest by then is it. */
    static final int BUDGET_S = Integer.getInteger("ringway.random.shrink.seconds", 90);

    private final Judge judge;
    private final Keeper keeper;
    private final long budgetNs;
    private String kind = Outcome.EQUAL;
    private long endNs;
    private int runs;

    /** Tells the kind of difference of a case; of one that takes longer than the limit, any other. */
    interface Judge {
        String kindOf(RandomCase tried, long limitNs) throws IOException;
    }

    /** Told of each case that is smaller than the ones before. */
    interface Keeper {
        void keep(RandomCase better) throws IOException;
    }

    Shrinker(Judge judge, Keeper keeper) {
        this(judge, keeper, BUDGET_S);
    }

    Shrinker(Judge judge, Keeper keeper, int budgetS) {
        this.judge = judge;
        this.keeper = keeper;
        budgetNs = TimeUnit.SECONDS.toNanos(budgetS);
    }

    RandomCase shrink(RandomCase found, Outcome outcome) throws IOException {
        kind = outcome.kind();
        endNs = System.nanoTime() + budgetNs;
        long cause = outcome.cause();
        RandomCase best = found;
        if (cause > 0) {
            List<SentFrame> inOrder = CaseFolder.inOrder(best);
            RandomCase upTo = best.withFrames(inOrder.subList(0, (int) Math.min(cause, inOrder.size())));
            best = better(upTo, best);
            List<SentFrame> frames = best.frames();
            best = better(best.withFrames(frames.subList(frames.size() - 1, frames.size())), best);
        }
        best = fewerFrames(best);
        best = fewerChanges(best);
        best = fewerNames(best);
        best = fewerCommands(best);
        return best;
    }

    private RandomCase better(RandomCase tried, RandomCase best) throws IOException {
        if (!isSame(tried)) {
            return best;
        }
        keeper.keep(tried);
        return tried;
    }

    private boolean isSame(RandomCase tried) throws IOException {
        long leftNs = endNs - System.nanoTime();
        if (runs == MOST_RUNS || leftNs <= 0 || tried.frames().isEmpty()) {
            return false;
        }
        runs++;
        return judge.kindOf(tried, leftNs).equals(kind);
    }

    /** Halves, quarters and so on, as long as something can go (Zeller: "Simplifying and isolating failure-inducing input"). */
    private RandomCase fewerFrames(RandomCase start) throws IOException {
        RandomCase best = start;
        for (int piece = Math.max(1, best.frames().size() / 2); piece > 0; piece /= 2) {
            for (int at = best.frames().size() - piece; at >= 0; at -= piece) {
                List<SentFrame> fewer = new ArrayList<>(best.frames());
                fewer.subList(at, at + piece).clear();
                best = better(best.withFrames(fewer), best);
            }
        }
        return best;
    }

    private RandomCase fewerChanges(RandomCase start) throws IOException {
        RandomCase best = start;
        for (int at = best.changes().size() - 1; at >= 0; at--) {
            List<RandomCase.Change> fewer = new ArrayList<>(best.changes());
            fewer.remove(at);
            best = better(best.withChanges(fewer), best);
        }
        return best;
    }

    /** Without any line that names a namespace or interface. */
    private RandomCase fewerNames(RandomCase start) throws IOException {
        RandomCase best = start;
        for (String name : names(start)) {
            List<String> fewer = new ArrayList<>();
            for (String line : best.lab()) {
                if (!List.of(line.split(" ", -1)).contains(name)) {
                    fewer.add(line);
                }
            }
            if (fewer.size() < best.lab().size() && fedStill(best, fewer)) {
                best = better(best.withLab(fewer), best);
            }
        }
        return best;
    }

    private static Set<String> names(RandomCase one) {
        Set<String> namespaces = new TreeSet<>();
        Set<String> devices = new TreeSet<>();
        for (String line : one.lab()) {
            String[] words = line.split(" ", -1);
            for (int i = 0; i + 1 < words.length; i++) {
                if (words[i].equals("-n")) {
                    namespaces.add(words[i + 1]);
                } else if (words[i].equals("dev") || words[i].equals("name")) {
                    devices.add(words[i + 1]);
                }
            }
        }
        Set<String> all = new java.util.LinkedHashSet<>(namespaces);
        all.addAll(devices);
        return all;
    }

    /** Whether every interface that sends is still spoken of. */
    private static boolean fedStill(RandomCase one, List<String> lab) {
        Set<String> words = new HashSet<>();
        lab.forEach(line -> words.addAll(List.of(line.split(" ", -1))));
        words.add(SentFrame.STACK);
        return one.inlets().stream()
                .allMatch(inlet ->
                        words.containsAll(List.of(SentFrame.interfaceOf(inlet).split(":", -1))));
    }

    private RandomCase fewerCommands(RandomCase start) throws IOException {
        RandomCase best = start;
        for (int at = best.lab().size() - 1; at >= 0; at--) {
            List<String> fewer = new ArrayList<>(best.lab());
            fewer.remove(at);
            if (fedStill(best, fewer)) {
                best = better(best.withLab(fewer), best);
            }
        }
        return best;
    }
}
