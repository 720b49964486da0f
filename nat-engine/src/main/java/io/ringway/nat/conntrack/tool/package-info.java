/** The {@code conntrack} command of conntrack-tools 1.4.7: what it reads, does and prints. */
package io.ringway.nat.conntrack.tool;
