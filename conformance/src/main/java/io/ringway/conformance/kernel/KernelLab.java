package io.ringway.conformance.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Pointer;
import io.ringway.engine.Network;
import io.ringway.lab.CommandResult;
import io.ringway.lab.LabCommand;
import io.ringway.packet.Ipv4Address;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A lab on this machine's kernel, inside a {@link ThrowAwayWorld}: runs its commands with the real tools, from a list of
 * allowed ones, and gives every new namespace and interface the {@link Baseline}.
 */
public final class KernelLab {
    private static final Set<String> ALLOWED = Set.of(
            "ip",
            "bridge",
            "iptables",
            "iptables-restore",
            "iptables-save",
            "ip6tables",
            "ip6tables-restore",
            "ip6tables-save",
            "ipset",
            "conntrack",
            "ethtool",
            "sysctl",
            "nstat",
            "ping",
            "arping",
            "sleep",
            "true");
    private static final Path NAMED = Path.of("/run/netns");

    private final Map<String, NetworkNamespace> namespaces = new TreeMap<>();
    private final Set<String> furnished = new HashSet<>();

    /** Makes the world ready; called once in it. */
    public KernelLab() {
        ThrowAwayWorld.furnish();
        refresh();
    }

    /**
     * Runs a command of the lab.
     *
     * @throws KernelException for a program that is not allowed
     */
    public ProgramResult run(LabCommand command) {
        String program = command.argv().get(0);
        if (!ALLOWED.contains(program)) {
            throw new KernelException(command.position() + ": " + program + " is not run on the kernel");
        }
        ProgramResult result = new ProgramResult(0, "", "");
        if (command.background()) {
            Programs.start(command.hostArgv());
        } else {
            result = piped(command, Programs.run(command.hostArgv(), command.stdin()));
        }
        refresh();
        return result;
    }

    private static ProgramResult piped(LabCommand command, ProgramResult printed) {
        CommandResult result = command.piped(new CommandResult(printed.exitCode(), printed.stdout(), printed.stderr()));
        return new ProgramResult(result.exitCode(), result.stdout(), result.stderr());
    }

    /** Finds namespaces and interfaces that are new, and writes their baseline. */
    private void refresh() {
        namespaces.clear();
        NetworkNamespace first = NetworkNamespace.first(Network.HOST);
        namespaces.put(first.name(), first);
        furnish(first, "");
        try (Stream<Path> files = Files.list(NAMED)) {
            files.map(file -> file.getFileName().toString()).sorted().forEach(name -> {
                NetworkNamespace namespace = NetworkNamespace.named(name);
                namespaces.put(name, namespace);
                furnish(namespace, name);
            });
        } catch (IOException e) {
            throw new KernelException("cannot list " + NAMED, e);
        }
    }

    private void furnish(NetworkNamespace namespace, String key) {
        if (furnished.add(key)) {
            namespace.inside(() -> {
                Baseline.writeNamespace();
                return null;
            });
        }
        for (Map.Entry<Integer, String> one :
                namespace.inside(KernelLab::interfaces).entrySet()) {
            if (furnished.add(key + "/" + one.getKey())) {
                furnishInterface(namespace, one.getValue());
            }
        }
    }

    private static void furnishInterface(NetworkNamespace namespace, String name) {
        namespace.inside(() -> {
            Baseline.writeInterface(name);
            return null;
        });
        if (!name.equals("lo")) {
            Programs.run(in(namespace, Baseline.offloadsOff(name, isTunnel(namespace, name))), null);
        }
    }

    private static boolean isTunnel(NetworkNamespace namespace, String name) {
        List<String> show = List.of("ip", "-d", "link", "show", "dev", name);
        return Programs.run(in(namespace, show), null).stdout().contains(" vxlan id ");
    }

    private static List<String> in(NetworkNamespace namespace, List<String> argv) {
        List<String> all = new ArrayList<>(List.of(namespace.prefix()));
        all.addAll(argv);
        return all;
    }

    /** By ifindex, those of the calling thread's namespace. */
    static Map<Integer, String> interfaces() {
        Map<Integer, String> all = new TreeMap<>();
        try {
            Pointer array = Libc.if_nameindex();
            for (int at = 0; array.getInt(at) != 0; at += 16) {
                all.put(array.getInt(at), array.getPointer(at + 8L).getString(0));
            }
            Libc.if_freenameindex(array);
        } catch (LastErrorException e) {
            throw new KernelException("cannot list interfaces", e);
        }
        return all;
    }

    /** The neighbours' addresses, in the kernel's own order. */
    public List<Integer> neighbours(String namespace) {
        List<Integer> addresses = new ArrayList<>();
        List<String> show = List.of("ip", "-4", "neigh", "show", "nud", "all");
        for (String line : Programs.run(in(namespace(namespace), show), null)
                .stdout()
                .lines()
                .toList()) {
            addresses.add(Ipv4Address.parse(line.substring(0, line.indexOf(' '))));
        }
        return addresses;
    }

    NetworkNamespace namespace(String name) {
        NetworkNamespace namespace = namespaces.get(name);
        if (namespace == null) {
            throw new KernelException("no namespace " + name + " in the lab");
        }
        return namespace;
    }

    /** All news of carriers arrive, see {@link LinkNews}. */
    public void bringLinkNews() {
        LinkNews.bring(namespaces.values());
    }

    /** Takes the lab's namespaces away, for a caller that runs another lab in the same world. */
    public void takeAway() {
        for (String name : namespaceNames()) {
            if (!name.equals(Network.HOST)) {
                Programs.mustRun("ip", "netns", "del", name);
            }
        }
    }

    /** Names of all namespaces, in their order. */
    public List<String> namespaceNames() {
        return new ArrayList<>(namespaces.keySet());
    }

    /** All interfaces of the lab. */
    public List<InterfaceName> allInterfaces() {
        List<InterfaceName> all = new ArrayList<>();
        for (NetworkNamespace namespace : namespaces.values()) {
            for (String name : namespace.inside(KernelLab::interfaces).values()) {
                all.add(new InterfaceName(namespace.name(), name));
            }
        }
        return all;
    }

    /** The number of an interface; its namespace's thread must ask. */
    static int ifindex(InterfaceName name) {
        int ifindex = Libc.if_nametoindex(name.device());
        if (ifindex == 0) {
            throw new KernelException("no interface " + name + " in the lab");
        }
        return ifindex;
    }
}
