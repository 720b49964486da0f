package io.ringway.conformance;

import io.ringway.lab.Lab;
import io.ringway.lab.LabCommand;
import io.ringway.replay.request.ReplayException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A lab command that runs while frames are sent: the command line's {@code --at}.
 *
 * @param timeNs after the first frame
 */
public record TimedCommand(long timeNs, LabCommand command) {
    /**
     * @param origin stands for a file's name in messages
     * @throws ReplayException for what is no time
     * @throws io.ringway.lab.LabException for what is no command
     */
    public static List<TimedCommand> parse(String origin, String seconds, String text) {
        long timeNs;
        try {
            timeNs = new BigDecimal(seconds).movePointRight(9).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw ReplayException.usage(origin + ": \"" + seconds + "\" is no time in seconds");
        }
        if (timeNs < 0) {
            throw ReplayException.usage(origin + ": " + seconds + " s lies before the first frame");
        }
        List<TimedCommand> commands = new ArrayList<>();
        for (LabCommand command : Lab.parse(origin, text).commands()) {
            commands.add(new TimedCommand(timeNs, command));
        }
        return commands;
    }
}
