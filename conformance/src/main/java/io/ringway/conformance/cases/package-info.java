/**
 * Golden cases: folders of {@code conformance/cases} with a lab, its traffic, and what the kernel did with it.
 *
 * <pre>
 * GoldenCase --- Conformance, on the kernel --- CaseRecorder ---&gt; Recording (recorded.json, observed, state.json)
 *     |                                                               |
 *     +------------------- GoldenJudge: the model at the recorded times, without a kernel
 * </pre>
 */
package io.ringway.conformance.cases;
