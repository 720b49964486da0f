package io.ringway.nat.rules.target;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.Frame;

/**
 * {@code -j CHECKSUM} (xt_CHECKSUM.c:checksum_tg()): completes what was left to the device. Bytes are complete here from
 * the beginning, so that only what is known of them changes.
 */
public record ChecksumTarget() implements Target {
    public static final Extension<Target> EXTENSION = Extension.of(
            "CHECKSUM", Reading::new, ExtensionOption.flag("checksum-fill", 0).required());

    private static final class Reading implements Extension.Reading<Target> {
        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {}

        @Override
        public Target finish(RuleHead head) {
            return new ChecksumTarget();
        }
    }

    @Override
    public String name() {
        return "CHECKSUM";
    }

    @Override
    public Verdict apply(Packet packet) {
        Frame frame = packet.frame();
        if (frame.checksum() == ChecksumState.PARTIAL) {
            frame.setChecksum(ChecksumState.NONE);
        }
        return Verdict.CONTINUE;
    }

    @Override
    public void save(StringBuilder out) {
        out.append(" --checksum-fill");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        out.append(" CHECKSUM fill");
    }

    @Override
    public boolean allowedIn(TableKind table) {
        return table == TableKind.MANGLE;
    }
}
