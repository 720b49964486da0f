package io.ringway.engine.ipv4;

import io.ringway.nat.Hook;
import io.ringway.nat.Netfilter;
import io.ringway.nat.Rejection;
import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.Stage;

/** Asks netfilter at one hook; what passes goes on ({@code NF_HOOK()}). */
final class HookStage implements Stage {
    private final Ipv4Stack stack;
    private final Netfilter netfilter;
    private final Hook hook;
    private final Stage next;

    HookStage(Ipv4Stack stack, Hook hook, Stage next) {
        this.stack = stack;
        this.netfilter = stack.netfilter();
        this.hook = hook;
        this.next = next;
    }

    @Override
    public void receive(Frame frame) {
        stack.followTrace();
        if (!netfilter.run(hook, frame)) {
            Rejection rejection = netfilter.rejection();
            if (rejection != null) {
                stack.rejecter().reject(hook, frame, rejection);
            }
            stack.drop(frame, hook.name(), DropReason.NETFILTER_DROP);
            return;
        }
        if (hook == Hook.INPUT && stack.localEnd().isMute() && !stack.tunnels().takes(frame)) {
            stack.localEnd().takeMutely(frame);
            return;
        }
        if ((hook == Hook.INPUT || hook == Hook.POSTROUTING) && !netfilter.confirm(frame)) {
            stack.drop(frame, hook.name(), DropReason.NETFILTER_DROP);
            return;
        }
        next.receive(frame);
    }
}
