package io.ringway.lab.command;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.EchoSocket;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.engine.route.RouteError;
import io.ringway.lab.CommandResult;
import io.ringway.lab.ip.Inet;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Address;
import java.util.List;

/** {@code ping -c N …} of iputils: real echo requests through the namespace's own stack, in virtual time. */
final class PingCommand implements Command {
    private static final long SETTLING_NS = 1_000_000;

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        PingOptions options = PingOptions.read(args);
        int target = options.address();
        Ipv4Stack stack = scene.namespace().stack();
        int source = source(args, scene, options, target);
        int id = (int) (stack.kernel().randomness().stream(stack.name()).stream("ping")
                        .bits(stack.kernel().nowNs() ^ target)
                & 0xffff);
        PingReport report = new PingReport(options, Ipv4Address.format(target), stack.kernel());
        report.start(options.from == null ? null : Ipv4Address.format(source));
        int ttl = options.ttl == 0 ? stack.settings().defaultTtl() : options.ttl;
        try (EchoSocket socket = new EchoSocket(stack, source, target, id, report)) {
            exchange(stack.kernel(), options, report, socket, ttl);
        }
        return new CommandResult(report.answered() ? 0 : 1, report.finish(), "");
    }

    private static void exchange(Kernel kernel, PingOptions options, PingReport report, EchoSocket socket, int ttl) {
        byte[] payload = new byte[options.payload];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) i;
        }
        for (int sequence = 1; sequence <= options.count; sequence++) {
            report.sent(sequence);
            socket.send(sequence, ttl, payload);
            if (sequence < options.count) {
                kernel.advanceTo(kernel.nowNs() + options.intervalNs);
            }
        }
        long deadline = kernel.nowNs() + options.waitNs;
        while (!report.complete() && kernel.nowNs() < deadline) {
            long next = Math.max(kernel.timers().nextDeadlineNs(), kernel.nowNs() + SETTLING_NS);
            kernel.advanceTo(Math.min(deadline, next));
        }
    }

    /** The address that {@code connect()} would choose, or what it would answer. */
    private static int source(Arguments args, Scene scene, PingOptions options, int target) {
        Ipv4Stack stack = scene.namespace().stack();
        RouteError error = stack.newOutputRoute().find(new Flow().to(target), false);
        if (error == RouteError.PROHIBITED || stack.routing().type(target, null) == AddressType.BROADCAST) {
            throw args.refuse(
                    2, "ping: Do you want to ping broadcast? Then -b. If not, check your local firewall rules");
        }
        if (error != null) {
            throw args.refuse(2, "ping: connect: " + error.words());
        }
        return options.from == null ? stack.sourceFor(target) : chosen(args, scene, options.from);
    }

    private static int chosen(Arguments args, Scene scene, String from) {
        Ipv4Stack stack = scene.namespace().stack();
        if (from.matches("[0-9.]+")) {
            int address = Inet.address(args, from, "inet");
            if (!stack.routing().isOwn(address)) {
                throw args.refuse(2, "ping: bind: Cannot assign requested address");
            }
            return address;
        }
        Device device = scene.namespace().device(from);
        if (device == null) {
            throw args.refuse(2, "ping: SO_BINDTODEVICE " + from + ": No such device");
        }
        List<InterfaceAddress> addresses = stack.routing().addressesOf(device);
        if (addresses.isEmpty()) {
            throw args.notModelled("ping -I with an interface that has no address");
        }
        return addresses.get(0).prefix().address();
    }
}
