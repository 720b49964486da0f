/**
 * The judge: one lab on this machine's kernel and in the model, fed the same frames in lockstep, compared.
 *
 * <pre>
 *  Conformance: lab commands, one by one on both sides
 *      |
 *  Lockstep: frame -&gt; kernel, time noted -&gt; model at that time -&gt; wait until the kernel is quiet
 *      |
 *  Sightings: what each interface showed, by cause -&gt; compare.FrameComparison
 *      |
 *  StateJudge: what the tools show at the end      -&gt; compare.StateComparison
 * </pre>
 */
package io.ringway.conformance;
