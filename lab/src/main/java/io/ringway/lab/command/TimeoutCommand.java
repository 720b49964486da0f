package io.ringway.lab.command;

import io.ringway.engine.core.Kernel;
import io.ringway.lab.CommandResult;
import io.ringway.nat.conntrack.tool.ConntrackAnswer;
import io.ringway.nat.conntrack.tool.ConntrackTool;
import io.ringway.nat.conntrack.tool.EventWatch;

/** {@code timeout} of coreutils: ends {@code conntrack -E} after that time; other commands are done before it begins. */
final class TimeoutCommand implements Command {
    private static final int TIMED_OUT = 124;
    private static final int FAILED = 125;
    private static final int NOT_FOUND = 127;

    @Override
    public String name() {
        return "timeout";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        if (!args.hasNext()) {
            throw args.refuse(FAILED, "timeout: missing operand");
        }
        if (args.peek().startsWith("-")) {
            throw args.notModelled("timeout " + args.peek());
        }
        String time = args.next();
        if (!time.matches("\\d{1,9}(\\.\\d{1,9})?s?")) {
            throw args.refuse(
                    FAILED,
                    "timeout: invalid time interval ‘" + time + "’\nTry 'timeout --help' for more information.");
        }
        if (!args.hasNext()) {
            throw args.refuse(FAILED, "timeout: missing operand");
        }
        Command command = Commands.named(args.peek());
        if (command == null) {
            throw args.refuse(
                    NOT_FOUND, "timeout: failed to run command ‘" + args.peek() + "’: No such file or directory");
        }
        Arguments inner = args.inner();
        if (!(command instanceof ConntrackCommand) || !ConntrackTool.asksForEvents(inner.rest())) {
            return command.run(inner, scene);
        }
        long lengthNs = Math.round(Double.parseDouble(time.replace("s", "")) * 1e9);
        Kernel kernel = scene.network().kernel();
        EventWatch watch = ConntrackCommand.watch(inner, scene);
        if (scene.background()) {
            scene.watches().add(watch, kernel.nowNs() + lengthNs);
            return CommandResult.SILENT;
        }
        scene.watches().advance(kernel, kernel.nowNs() + lengthNs);
        ConntrackAnswer answer = watch.close();
        return new CommandResult(TIMED_OUT, answer.stdout(), answer.stderr());
    }
}
