package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import io.ringway.nat.TestFrames;
import io.ringway.nat.TestHost;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.packet.Frame;
import io.ringway.packet.Randomness;
import io.ringway.packet.TcpHeader;

/** Packets held against the rules of one namespace. */
abstract class RuleWalkBench {
    final RuleTables tables = new RuleTables();
    final RuleWalk walk = new RuleWalk(tables);
    final Packet packet = new Packet(new TestHost(), null, new Randomness(1));
    final TestFrames frames = new TestFrames();

    void iptables(String command) {
        IptablesCommand.parse(Transcript.words(command)).run(tables);
    }

    boolean forwards(Frame frame) {
        frame.setIngressIfindex(TestHost.ETH0);
        frame.setRoute(TestHost.ETH1, 0);
        return asks(Hook.FORWARD, frame);
    }

    boolean asks(Hook hook, Frame frame) {
        packet.at(hook, frame);
        return walk.filter(hook, packet);
    }

    Frame syn(String source, String destination, int port) {
        return frames.tcp(source, 40000, destination, port, TcpHeader.SYN);
    }
}
