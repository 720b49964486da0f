package io.ringway.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One command in this process: its exit code, and what it printed where. */
record Run(int exitCode, String out, String err) {

    static Run ringway(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = RingwayCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
