package io.ringway.conformance.kernel;

/** A way for frames into the kernel; what one causes in the same breath is done when {@link #send} returns. */
interface FrameSender extends AutoCloseable {
    /** @return how the kernel refused the frame, {@link Refusal#NONE} if it took it */
    Refusal send(byte[] frame);

    @Override
    void close();
}
