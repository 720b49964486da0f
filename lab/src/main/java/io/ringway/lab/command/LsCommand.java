package io.ringway.lab.command;

import io.ringway.engine.Namespace;
import io.ringway.lab.CommandResult;
import io.ringway.lab.sysctl.SysctlNames;
import io.ringway.lab.sysctl.SysctlTree;
import java.util.List;
import java.util.Set;

/** {@code ls [-1] FOLDER} of coreutils, not on a terminal: below {@code /proc/sys}, and the names of the namespaces. */
final class LsCommand implements Command {
    private static final String PROC_SYS = "/proc/sys/";
    private static final Set<String> NAMES = Set.of("/run/netns", "/var/run/netns");
    private static final int CANNOT_ACCESS = 2;

    @Override
    public String name() {
        return "ls";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        args.take("-1");
        if (!args.hasNext() || args.rest().size() > 1 || args.peek().startsWith("-")) {
            throw args.notModelled("ls of anything but one folder");
        }
        String file = args.next();
        String folder = file.endsWith("/") ? file.substring(0, file.length() - 1) : file;
        if (NAMES.contains(folder)) {
            return printed(names(scene));
        }
        if (!folder.startsWith(PROC_SYS)) {
            throw args.notModelled("ls outside of " + PROC_SYS + " and /run/netns");
        }
        String path = folder.substring(PROC_SYS.length());
        if (new SysctlTree(scene.namespace()).find(path) != null) {
            return printed(List.of(file));
        }
        List<String> entries = SysctlNames.entries(scene.namespace(), path);
        if (entries.isEmpty()) {
            throw args.refuse(CANNOT_ACCESS, "ls: cannot access '" + file + "': No such file or directory");
        }
        return printed(entries);
    }

    private static List<String> names(Scene scene) {
        return scene.network().namespaces().stream()
                .filter(namespace -> namespace != scene.network().first())
                .map(Namespace::name)
                .sorted()
                .toList();
    }

    private static CommandResult printed(List<String> lines) {
        return CommandResult.printed(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }
}
