package io.ringway.conformance.random;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** What a worker tells of a seed, as one line of JSON. */
record SeedResult(
        long seed,
        String kind,
        List<String> details,
        long frames,
        long items,
        long injected,
        long crossed,
        long translated,
        Map<String, Long> met,
        Excuses excuses,
        List<String> features,
        String folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fewer do not make a seed count. */
    static final long LEAST_CROSSED = 30;

    /** Where translation is the subject. */
    static final long LEAST_TRANSLATED = 10;

    static SeedResult of(long seed, RandomCase subject, Outcome outcome, String folder) {
        return new SeedResult(
                seed,
                outcome.kind(),
                outcome.details(),
                outcome.frames(),
                outcome.items(),
                outcome.injected(),
                outcome.crossed(),
                outcome.translated(),
                outcome.met(),
                outcome.excuses(),
                List.copyOf(subject.features()),
                folder);
    }

    static SeedResult lost(long seed, String why) {
        return new SeedResult(
                seed,
                Outcome.LOST + ": " + why,
                List.of(),
                0,
                0,
                0,
                0,
                Outcome.NOT_COUNTED,
                Map.of(),
                Excuses.NONE,
                List.of(),
                "");
    }

    String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static SeedResult read(String line) throws JsonProcessingException {
        return JSON.readValue(line, SeedResult.class);
    }

    /**
     * {@code equal}, {@code differs}, {@code lost}, {@code undecided}, {@code void}, or {@code few}: equal, but too little
     * crossed two devices, or was translated on the way.
     */
    String verdict() {
        if (kind.startsWith(Outcome.UNDECIDED)) {
            return "undecided";
        }
        if (kind.startsWith(Outcome.VOID)) {
            return Outcome.VOID;
        }
        if (kind.startsWith(Outcome.LOST)) {
            return Outcome.LOST;
        }
        if (!kind.equals(Outcome.EQUAL)) {
            return "differs";
        }
        boolean few = crossed < LEAST_CROSSED || (translated != Outcome.NOT_COUNTED && translated < LEAST_TRANSLATED);
        return few ? "few" : Outcome.EQUAL;
    }
}
