/** Hosts that were recorded whole, by {@code ringway snapshot}, and what real programs sent through them. */
package io.ringway.conformance.hosts;
