/**
 * Captures as they come: from a record of a file to a frame that leaves by an interface of the model.
 *
 * <pre>
 *   CaptureFeed ─► SnapLengths ─► OffloadedChecksums ─► Segments ─► OwnDirection ─► Entrance ─► model
 *   (a file)       (cut: fill)    (sums: complete)      (MTU: cut)  (whose frame)   (interface, stack, outside)
 * </pre>
 */
package io.ringway.replay.input;
