/**
 * The random differential tester: a seed makes a lab and its traffic, both sides run them, and what differs is shrunk.
 *
 * <pre>
 *   RandomTester ── seeds ──→ SeedWorker, one process and world each ── verdicts ──→ SeedLog, CoverageLog
 *                                 │ Generator: LabGenerator → Topology → TrafficGenerator → RandomCase
 *                                 │ CaseRun: Conformance on its folder
 *                                 └ Shrinker: the same kind of difference with less
 * </pre>
 */
package io.ringway.conformance.random;
