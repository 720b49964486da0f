/** Connections as the kernel tracks them, and the address translation that hangs on them. */
package io.ringway.nat.conntrack;
