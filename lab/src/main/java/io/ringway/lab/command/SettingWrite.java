package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import io.ringway.lab.LabCommand;
import io.ringway.lab.LabException;
import io.ringway.lab.sysctl.SysctlEntry;
import io.ringway.lab.sysctl.SysctlNames;
import io.ringway.lab.sysctl.SysctlTree;

/** {@code echo VALUE > /proc/sys/…}, which a lab holds as a {@code sysctl -q -w}, refused in bash's words. */
public final class SettingWrite {
    private SettingWrite() {}

    /**
     * @throws LabException for what bash would refuse, and for what is not modelled
     */
    public static CommandResult run(LabCommand command, Scene scene) {
        String setting = command.argv().get(command.argv().size() - 1);
        int equals = setting.indexOf('=');
        String path = setting.substring(0, equals);
        String value = setting.substring(equals + 1);
        String shell = "bash: line " + command.position().line() + ": ";
        SysctlEntry entry = new SysctlTree(scene.namespace()).find(path);
        if (entry == null) {
            boolean folder = !SysctlNames.entries(scene.namespace(), path).isEmpty();
            String why = folder ? ": Is a directory" : ": No such file or directory";
            throw refuse(command, shell + "/proc/sys/" + path + why);
        }
        if (entry.isReadOnly()) {
            throw refuse(command, shell + "/proc/sys/" + path + ": Permission denied");
        }
        String refusal = entry.refusal(value);
        if (refusal != null && refusal.contains("not modelled")) {
            throw refuse(command, "/proc/sys/" + path + ": " + refusal);
        }
        if (refusal != null) {
            throw refuse(command, shell + "echo: write error: " + refusal);
        }
        entry.write(value);
        return CommandResult.SILENT;
    }

    private static LabException refuse(LabCommand command, String words) {
        return new LabException(command.positions().get(command.positions().size() - 1), "", words, 1);
    }
}
