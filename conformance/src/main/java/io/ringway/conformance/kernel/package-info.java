/**
 * The kernel's half of a conformance run: a throw-away world of namespaces, commands executed in it, frames sent and
 * captured there.
 *
 * <pre>
 * ThrowAwayWorld --- unshare ---&gt; KernelLab --- Baseline, Muteness, KernelState: real tools
 *                                    |
 *                                    +-- SendingSocket --&gt; [namespaces] --&gt; PacketSocket --&gt; KernelTaps
 * </pre>
 */
package io.ringway.conformance.kernel;
