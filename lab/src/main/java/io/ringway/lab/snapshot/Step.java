package io.ringway.lab.snapshot;

/** One part of what a namespace's tools printed, made again. */
interface Step {
    void run(RecordedNamespace namespace, Reconstruction model);
}
