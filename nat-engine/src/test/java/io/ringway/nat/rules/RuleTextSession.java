package io.ringway.nat.rules;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes drawn rule texts as a session that {@code src/test/kernel/record-iptables.sh} records, so that machines without root
 * are judged too: {@code java … io.ringway.nat.rules.RuleTextSession SEED TEXTS >drawn.session}.
 */
final class RuleTextSession {
    /** Few enough for iptables-save to stay readable. */
    private static final int TEXTS_PER_NAMESPACE = 20;

    private RuleTextSession() {}

    public static void main(String[] args) {
        RuleGrammar grammar = new RuleGrammar(Long.parseLong(args[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("# Drawn by RuleTextSession, seed " + args[0] + ".");
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            if (i % TEXTS_PER_NAMESPACE == 0) {
                if (i > 0) {
                    show(out);
                    out.println("--- " + i);
                }
                out.print("iptables-restore <<X\n" + RuleTextJudge.BASE + "X\n");
            }
            out.println(next(grammar));
        }
        show(out);
    }

    private static RuleGrammar.Text next(RuleGrammar grammar) {
        for (RuleGrammar.Text text = grammar.next(); ; text = grammar.next()) {
            RealTool.Answer answer = RuleTextJudge.answer(RuleTextJudge.base(), text.words());
            // Names that a resolver would be asked for, and what depends on other texts of the same namespace.
            boolean alone = answer.status() != 0 || text.standsAlone();
            if (alone && !RuleTextJudge.isUnmodelled(answer) && !answer.output().contains("getaddrinfo")) {
                return text;
            }
        }
    }

    private static void show(PrintStream out) {
        out.println("iptables-save");
        for (String table : RuleTextJudge.TABLES) {
            out.println("iptables -t " + table + " -nvL");
        }
    }
}
