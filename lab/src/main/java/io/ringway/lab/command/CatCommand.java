package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.lab.show.ProcNet;
import io.ringway.lab.sysctl.SysctlEntry;
import io.ringway.lab.sysctl.SysctlNames;
import io.ringway.lab.sysctl.SysctlTree;

/** {@code cat} of coreutils: files below {@code /proc/sys}, some of {@code /proc/net}, and its heredoc. */
final class CatCommand implements Command {
    private static final String PROC_SYS = "/proc/sys/";
    private static final String PROC_NET = "/proc/net/";

    @Override
    public String name() {
        return "cat";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        if (!args.hasNext()) {
            return CommandResult.printed(scene.stdin() == null ? "" : scene.stdin());
        }
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        while (args.hasNext()) {
            String file = args.next();
            if (file.startsWith(PROC_NET)) {
                String text = new ProcNet(scene.namespace()).read(file.substring(PROC_NET.length()));
                if (text == null && file.startsWith(PROC_NET + ProcNet.RECENT)) {
                    err.append("cat: ").append(file).append(": No such file or directory\n");
                    continue;
                }
                if (text == null) {
                    throw args.notModelled("cat " + file);
                }
                out.append(text);
                continue;
            }
            if (!file.startsWith(PROC_SYS)) {
                throw args.notModelled("cat of a file outside of " + PROC_SYS + " and " + PROC_NET);
            }
            SysctlEntry entry = new SysctlTree(scene.namespace()).find(file.substring(PROC_SYS.length()));
            if (entry == null
                    && !SysctlNames.entries(scene.namespace(), file.substring(PROC_SYS.length()))
                            .isEmpty()) {
                err.append("cat: ").append(file).append(": Is a directory\n");
            } else if (entry == null) {
                err.append("cat: ").append(file).append(": No such file or directory\n");
            } else {
                out.append(entry.read()).append('\n');
            }
        }
        return new CommandResult(err.isEmpty() ? 0 : 1, out.toString(), err.toString());
    }
}
