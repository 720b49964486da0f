/** The mutant gate: plants a fault, one at a time, and wants the tests that a patch names to notice it. */
package io.ringway.conformance.mutants;
