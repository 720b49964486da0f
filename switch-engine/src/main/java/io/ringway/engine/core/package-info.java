/** What all namespaces of one model share, as they share one kernel: time, events, the executor, frames, accounts. */
package io.ringway.engine.core;
