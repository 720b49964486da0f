package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.Flow;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.show.RouteAnswer;
import io.ringway.packet.Ipv4Prefix;

/** The words of {@code ip route get} ({@code iproute.c:iproute_get()}). */
final class RouteQuestion implements RouteAnswer.Question {
    private final Arguments args;
    private final Scene scene;
    private Ipv4Prefix destination;
    private Ipv4Prefix source;
    private int tos;
    private int mark;
    private Device in;
    private Device out;
    private boolean fibMatch;
    private boolean connected;
    private int user;
    private int protocol;
    private int sourcePort;
    private int destinationPort;

    private RouteQuestion(Arguments args, Scene scene) {
        this.args = args;
        this.scene = scene;
    }

    static RouteQuestion read(Arguments args, Scene scene) {
        RouteQuestion question = new RouteQuestion(args, scene);
        while (args.hasNext()) {
            question.take(args.next());
        }
        if (question.destination == null) {
            throw args.refuse(1, "need at least a destination address");
        }
        return question;
    }

    private void take(String word) {
        switch (word) {
            case "tos" -> tos = RouteWords.service(args, "TOS value is invalid");
            case "dev" -> out = device();
            case "to" -> destination = Inet.prefix(args, Words.value(args));
            case "as", "vrf" -> throw args.notModelled("ip route get … " + word);
            default -> takeAbbreviated(word);
        }
    }

    private void takeAbbreviated(String word) {
        if (Arguments.abbreviates(word, "dsfield")) {
            tos = RouteWords.service(args, "TOS value is invalid");
        } else if (Arguments.abbreviates(word, "from")) {
            source = Inet.prefix(args, Words.value(args));
        } else if (Arguments.abbreviates(word, "iif")) {
            in = device();
        } else if (Arguments.abbreviates(word, "mark")) {
            mark = RouteWords.unsigned(args, "invalid mark value");
        } else if (Arguments.abbreviates(word, "oif")) {
            out = device();
        } else if (Arguments.abbreviates(word, "connected")) {
            connected = true;
        } else if (Arguments.abbreviates(word, "uid")) {
            user = RouteWords.unsigned(args, "invalid UID");
        } else if (Arguments.abbreviates(word, "fibmatch")) {
            fibMatch = true;
        } else if (Arguments.abbreviates(word, "sport")) {
            sourcePort = RouteWords.port(args, "invalid sport");
        } else if (Arguments.abbreviates(word, "dport")) {
            destinationPort = RouteWords.port(args, "invalid dport");
        } else if (Arguments.abbreviates(word, "ipproto")) {
            protocol = RouteWords.ipProtocol(args);
        } else if (Arguments.abbreviates(word, "notify")) {
            throw args.notModelled("ip route get notify");
        } else {
            destination = Inet.prefix(args, word);
        }
    }

    private Device device() {
        Words.value(args);
        return Words.device(args, scene);
    }

    Flow flow() {
        Flow flow = new Flow().to(destination.address());
        if (source != null) {
            flow.from(source.address());
        }
        if (in != null) {
            flow.in(in.ifindex());
        }
        if (out != null && in == null) {
            flow.out(out.ifindex());
        }
        return flow.tos(tos).mark(mark).ports(protocol, sourcePort, destinationPort);
    }

    Device in() {
        return in;
    }

    boolean fibMatch() {
        return fibMatch;
    }

    boolean connected() {
        return connected && source == null;
    }

    String warning() {
        return destination.length() == 32
                ? ""
                : "Warning: /" + destination.length() + " as prefix is invalid, only /32 (or none) is supported.\n";
    }

    @Override
    public int destination() {
        return destination.address();
    }

    @Override
    public int source() {
        return source == null ? 0 : source.address();
    }

    @Override
    public int mark() {
        return mark;
    }

    @Override
    public int user() {
        return user;
    }

    @Override
    public String inName() {
        return in == null ? "" : in.name();
    }

    @Override
    public long now() {
        return scene.namespace().stack().kernel().jiffies();
    }
}
