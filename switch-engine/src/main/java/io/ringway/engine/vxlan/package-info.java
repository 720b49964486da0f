/**
 * VXLAN interfaces (RFC 7348, {@code drivers/net/vxlan}): Ethernet frames carried in UDP between hosts.
 *
 * <pre>
 *   transmit ─► Vxlan.xmit: fdb ─► VxlanOutput: route, headers ─► OUTPUT ─► POSTROUTING ─► neighbour      (its home)
 *   receive  ◄─ queue of its own ◄─ VxlanInput: learn, ECN ◄─ VxlanPort: VNI ◄─ INPUT, UDP checksum     (its home)
 * </pre>
 *
 * Home is the namespace that the interface was made in; it stays there when the interface moves to another.
 */
package io.ringway.engine.vxlan;
