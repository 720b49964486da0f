package io.ringway.lab.command;

import io.ringway.lab.bridge.BridgeCommand;
import io.ringway.lab.ip.IpCommand;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All commands of the lab language. */
public final class Commands {
    private static final List<Command> ALL = List.of(
            new IpCommand(),
            new BridgeCommand(),
            new SysctlCommand(),
            new IptablesTool(),
            new IptablesRestore("iptables-restore"),
            new IptablesSave("iptables-save"),
            new Ip6tablesTool(),
            new IptablesRestore("ip6tables-restore"),
            new IptablesSave("ip6tables-save"),
            new IpsetCommand(),
            new ConntrackCommand(),
            new PingCommand(),
            new SleepCommand(),
            new TimeoutCommand(),
            new EchoCommand(),
            new CatCommand(),
            new LsCommand(),
            new EthtoolCommand(),
            new NstatCommand(),
            new NothingCommand("true"),
            new NothingCommand(":"));

    private static final Map<String, Command> BY_NAME = new TreeMap<>();

    static {
        ALL.forEach(command -> BY_NAME.put(command.name(), command));
    }

    private Commands() {}

    /** Null when the lab language has no such command. */
    public static Command named(String name) {
        return BY_NAME.get(name);
    }

    /** For messages. */
    public static String names() {
        return String.join(", ", BY_NAME.keySet());
    }
}
