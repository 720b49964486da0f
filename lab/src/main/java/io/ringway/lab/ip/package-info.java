/** {@code ip} of iproute2: its objects and verbs, one class each, listed in {@link io.ringway.lab.ip.IpCommand}. */
package io.ringway.lab.ip;
