package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.lab.sysctl.SysctlEntry;
import io.ringway.lab.sysctl.SysctlTree;
import java.util.ArrayList;
import java.util.List;

/** {@code sysctl [-w] [-q] [-n] [-e] NAME[=VALUE]…} of procps; all names and values are checked before one is written. */
final class SysctlCommand implements Command {
    private boolean quiet;
    private boolean valuesOnly;
    private boolean ignoreUnknown;
    private boolean write;

    @Override
    public String name() {
        return "sysctl";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        SysctlCommand call = new SysctlCommand();
        call.options(args);
        if (!args.hasNext()) {
            throw args.refuse(1, "sysctl: no variables specified");
        }
        SysctlTree tree = new SysctlTree(scene.namespace());
        List<Runnable> writes = new ArrayList<>();
        StringBuilder printed = new StringBuilder();
        while (args.hasNext()) {
            call.one(args, args.next(), tree, writes, printed);
        }
        writes.forEach(Runnable::run);
        return CommandResult.printed(printed.toString());
    }

    private void options(Arguments args) {
        while (args.hasNext() && args.peek().matches("-[^=]+")) {
            switch (args.next()) {
                case "-w", "--write" -> write = true;
                case "-q", "--quiet" -> quiet = true;
                case "-n", "--values" -> valuesOnly = true;
                case "-e", "--ignore" -> ignoreUnknown = true;
                case "-qw", "-wq" -> {
                    write = true;
                    quiet = true;
                }
                default -> throw args.notModelled("sysctl " + args.last());
            }
        }
    }

    private void one(Arguments args, String word, SysctlTree tree, List<Runnable> writes, StringBuilder printed) {
        int equals = word.indexOf('=');
        if (equals < 0 && write) {
            throw args.refuse(1, "sysctl: command line(0): invalid syntax, continuing...");
        }
        String key = (equals < 0 ? word : word.substring(0, equals)).strip();
        String path = path(key);
        SysctlEntry entry = tree.find(path);
        if (entry == null) {
            if (ignoreUnknown) {
                return;
            }
            throw args.refuse(1, "sysctl: cannot stat /proc/sys/" + path + ": No such file or directory");
        }
        String name = path.replace('/', '\0').replace('.', '/').replace('\0', '.');
        String value = equals < 0 ? entry.read() : word.substring(equals + 1).strip();
        if (equals >= 0) {
            String refusal = entry.refusal(value);
            if (refusal != null) {
                throw args.refuse(1, "sysctl: setting key \"" + name + "\": " + refusal);
            }
            writes.add(() -> entry.write(value));
        }
        if (equals < 0 || !quiet) {
            printed.append(valuesOnly ? value : name + " = " + value).append('\n');
        }
    }

    /** Whichever of {@code .} and {@code /} comes first separates; the other one is then part of a name. */
    private static String path(String key) {
        int dot = key.indexOf('.');
        int slash = key.indexOf('/');
        boolean byDots = dot >= 0 && (slash < 0 || dot < slash);
        return byDots ? key.replace('.', '\0').replace('/', '.').replace('\0', '/') : key;
    }
}
