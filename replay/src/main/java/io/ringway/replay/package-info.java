/**
 * Captures through a model: frames merged by time go in, observers write what a packet socket would have seen.
 *
 * <pre>
 *   CaptureFeed ─┐
 *   CaptureFeed ─┼─► merge by (time, order given) ─► Network.inject ─► taps ─► CaptureFile, Capture
 *   CaptureFeed ─┘
 * </pre>
 */
package io.ringway.replay;
