/** One class per question, with a baseline beside each: {@code java -jar benchmarks/target/benchmarks.jar}. */
package io.ringway.benchmarks;
