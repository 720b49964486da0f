package io.ringway.lab.command;

import io.ringway.engine.core.Kernel;
import io.ringway.lab.CommandResult;
import java.math.BigDecimal;

/** {@code sleep} of coreutils: virtual time passes. */
final class SleepCommand implements Command {
    private static final BigDecimal NS = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(1_000_000_000L);

    @Override
    public String name() {
        return "sleep";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        if (!args.hasNext()) {
            throw args.refuse(1, "sleep: missing operand");
        }
        BigDecimal seconds = BigDecimal.ZERO;
        while (args.hasNext()) {
            seconds = seconds.add(seconds(args, args.next()));
        }
        if (seconds.compareTo(LONGEST) > 0) {
            throw args.notModelled("a sleep of more than " + LONGEST + " s");
        }
        Kernel kernel = scene.network().kernel();
        scene.watches().advance(kernel, kernel.nowNs() + seconds.multiply(NS).longValue());
        return CommandResult.SILENT;
    }

    private static BigDecimal seconds(Arguments args, String word) {
        if (!word.matches("(\\d{1,12}\\.?\\d{0,9}|\\.\\d{1,9})[smhd]?")) {
            throw args.refuse(1, "sleep: invalid time interval ‘" + word + "’");
        }
        char unit = word.charAt(word.length() - 1);
        long factor = switch (unit) {
            case 'm' -> 60;
            case 'h' -> 3600;
            case 'd' -> 86_400;
            default -> 1;
        };
        String number = Character.isLetter(unit) ? word.substring(0, word.length() - 1) : word;
        return new BigDecimal(number.endsWith(".") ? number + "0" : number).multiply(BigDecimal.valueOf(factor));
    }
}
