package io.ringway.lab.command;

import io.ringway.engine.Namespace;
import io.ringway.lab.CommandResult;
import io.ringway.lab.sysctl.SysctlEntry;
import io.ringway.lab.sysctl.SysctlNames;
import io.ringway.lab.sysctl.SysctlTree;
import java.util.List;

/**
 * {@code sysctl [-w] [-q] [-n|-N|-b] [-e] [-r PATTERN] [-a] NAME[=VALUE]…} of procps. Of several names, each is read or
 * written whatever became of those before it; what the model refuses is refused before one is written.
 */
final class SysctlCommand implements Command {
    @Override
    public String name() {
        return "sysctl";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        SysctlOptions options = SysctlOptions.read(args);
        if (options.version()) {
            return CommandResult.printed("sysctl from procps-ng 4.0.2\n");
        }
        if (!options.all() && options.words().isEmpty()) {
            throw args.refuse(1, "sysctl: no variables specified\nTry `sysctl --help' for more information.");
        }
        Call call = new Call(args, scene.namespace(), options);
        if (options.all()) {
            call.list(SysctlNames.of(scene.namespace()));
        } else {
            options.words().forEach(call::check);
            options.words().forEach(call::one);
        }
        if (call.failed && options.words().size() == 1 && !call.err.isEmpty()) {
            throw args.refuse(1, call.err.toString().strip());
        }
        return new CommandResult(call.failed ? 1 : 0, call.out.toString(), call.err.toString());
    }

    /** Dots separate, those within a name are written as slashes. */
    static String nameOf(String path) {
        return path.replace('/', '\0').replace('.', '/').replace('\0', '.');
    }

    /** Whichever of {@code .} and {@code /} comes first separates; the other one is then part of a name. */
    private static String pathOf(String key) {
        int dot = key.indexOf('.');
        int slash = key.indexOf('/');
        boolean byDots = dot >= 0 && (slash < 0 || dot < slash);
        return byDots ? key.replace('.', '\0').replace('/', '.').replace('\0', '/') : key;
    }

    /** One run of the tool. */
    private static final class Call {
        private final Arguments args;
        private final Namespace namespace;
        private final SysctlOptions options;
        private final SysctlTree tree;
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder err = new StringBuilder();
        private boolean failed;
        private boolean ended;

        Call(Arguments args, Namespace namespace, SysctlOptions options) {
            this.args = args;
            this.namespace = namespace;
            this.options = options;
            tree = new SysctlTree(namespace);
        }

        /** Throws for what Linux would write and the model does not have. */
        void check(String word) {
            int equals = word.indexOf('=');
            if (equals <= 0) {
                return;
            }
            String path = pathOf(word.substring(0, equals).strip());
            SysctlEntry entry = tree.find(path);
            String refusal = entry == null
                    ? null
                    : entry.refusal(word.substring(equals + 1).strip());
            if (refusal != null && refusal.contains("not modelled")) {
                throw args.refuse(1, "sysctl: setting key \"" + nameOf(path) + "\": " + refusal);
            }
        }

        /** Without a value, {@code -w} ends here. */
        void one(String word) {
            if (ended) {
                return;
            }
            int equals = word.indexOf('=');
            if (options.mustWrite() && equals <= 0) {
                ended = true;
                fail("sysctl: command line(0): invalid syntax, continuing...");
                return;
            }
            String path = pathOf((equals < 0 ? word : word.substring(0, equals)).strip());
            SysctlEntry entry = tree.find(path);
            List<String> below = entry == null ? SysctlNames.below(namespace, path) : List.of();
            if (entry == null && below.isEmpty()) {
                if (!options.ignoresUnknown()) {
                    fail("sysctl: cannot stat /proc/sys/" + path + ": No such file or directory");
                }
            } else if (equals >= 0) {
                write(path, entry, word.substring(equals + 1).strip());
            } else {
                list(entry == null ? below : List.of(path));
            }
        }

        void list(List<String> paths) {
            for (String path : paths) {
                if (options.selects(nameOf(path))) {
                    show(nameOf(path), tree.find(path).read(), false);
                }
            }
        }

        private void write(String path, SysctlEntry entry, String value) {
            String name = nameOf(path);
            if (!options.selects(name)) {
                failed = true;
                return;
            }
            String refusal = entry == null ? "Invalid argument" : entry.refusal(value);
            if (refusal != null) {
                failed |= entry != null && !entry.isReadOnly();
                err.append("sysctl: setting key \"" + name + "\": " + refusal + "\n");
                return;
            }
            if (!options.dryRun()) {
                entry.write(value);
            }
            if (!options.quiet()) {
                show(name, value, true);
            }
        }

        private void show(String name, String value, boolean written) {
            switch (options.form()) {
                case NAME_AND_VALUE ->
                    out.append(name).append(" = ").append(value).append('\n');
                case NAME -> out.append(written ? value : name).append('\n');
                case VALUE -> out.append(value).append('\n');
                case BARE_VALUE -> out.append(value);
            }
        }

        private void fail(String message) {
            failed = true;
            err.append(message).append('\n');
        }
    }
}
