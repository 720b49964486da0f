package io.ringway.conformance.random;

/**
 * A line of the log: one run of a seed.
 *
 * @param excused how often a rule of the comparison was applied
 * @param explanations their names
 */
record SeedLine(
        long seed,
        int generator,
        String commit,
        String verdict,
        long injected,
        long crossed,
        long frames,
        long items,
        long excused,
        long explainedFrames,
        long explainedItems,
        String explanations,
        String kind) {
    static SeedLine of(SeedResult result, int generator, String commit) {
        return new SeedLine(
                result.seed(),
                generator,
                commit,
                result.verdict(),
                result.injected(),
                result.crossed(),
                result.frames(),
                result.items(),
                Excuses.sum(result.excuses().rules()),
                Excuses.sum(result.excuses().frames()),
                Excuses.sum(result.excuses().items()),
                result.excuses().names(),
                kind(result));
    }

    private static String kind(SeedResult result) {
        String kind = result.kind().replace('\t', ' ').replace('\n', ' ');
        return result.translated() == Outcome.NOT_COUNTED ? kind : kind + "; " + result.translated() + " translated";
    }

    static SeedLine read(String line) {
        String[] fields = line.split("\t", -1);
        return new SeedLine(
                Long.parseLong(fields[0]),
                Integer.parseInt(fields[1]),
                fields[2],
                fields[3],
                Long.parseLong(fields[4]),
                Long.parseLong(fields[5]),
                Long.parseLong(fields[6]),
                Long.parseLong(fields[7]),
                Long.parseLong(fields[8]),
                Long.parseLong(fields[9]),
                Long.parseLong(fields[10]),
                fields[11],
                fields[12]);
    }

    String text() {
        return String.join(
                "\t",
                Long.toString(seed),
                Integer.toString(generator),
                commit,
                verdict,
                Long.toString(injected),
                Long.toString(crossed),
                Long.toString(frames),
                Long.toString(items),
                Long.toString(excused),
                Long.toString(explainedFrames),
                Long.toString(explainedItems),
                explanations,
                kind);
    }
}
