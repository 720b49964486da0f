/** What a frame costs, by question; every figure has a copy-only baseline beside it. */
package io.ringway.benchmarks;
