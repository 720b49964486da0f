package io.ringway.replay.input;

import io.ringway.packet.Frame;
import java.util.ArrayList;
import java.util.List;

/** What captured frames lack of what was on the wire: what a snapshot length cut, and what was left to a sender's device. */
public final class Completion {
    private final OffloadedChecksums checksums = new OffloadedChecksums();
    private final SnapLengths lengths = new SnapLengths();
    private boolean keepsChecksums;
    private boolean keepsLengths;

    /** Frames enter with the checksums that they were captured with, offloaded ones too. */
    public void keepChecksums() {
        keepsChecksums = true;
    }

    /** Frames enter as long as they were captured, whatever a snapshot length left of them. */
    public void keepLengths() {
        keepsLengths = true;
    }

    /** Before a captured frame enters. */
    public void complete(Frame frame) {
        if (!keepsLengths) {
            lengths.fill(frame);
        }
        if (!keepsChecksums) {
            OffloadedChecksums.completeLength(frame);
            checksums.repair(frame);
        }
    }

    /** What the user should know of it. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (lengths.filled() > 0) {
            warnings.add(lengths.filled()
                    + " packets that a snapshot length had cut were filled up with zeros (--no-fixlen keeps them)");
        }
        if (checksums.repaired() > 0) {
            warnings.add(checksums.repaired()
                    + " checksums that had been left to the device were completed (--no-fixcsum keeps them)");
        }
        return warnings;
    }
}
