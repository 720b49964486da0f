package io.ringway.lab.ip;

import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;

/** {@code ip tuntap show}: {@code ip link show} says the same. */
final class TuntapShow implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        throw args.notModelled("ip tuntap show");
    }
}
