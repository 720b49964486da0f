/**
 * The IPv4 half of one namespace, a stage for each step that the kernel takes.
 *
 * <pre>
 *   device ─► Ipv4Receive ─► PREROUTING ─► InputRoute ─┬─► Forward ─► FORWARD ─┐
 *                                                      │                       ▼
 *                                                      │                  POSTROUTING ─► PacketOutput ─► neighbour ─► device
 *                                                      ▼                       ▲
 *                                     INPUT ─► LocalDelivery ─► LocalOutput ─► OUTPUT
 * </pre>
 */
package io.ringway.engine.ipv4;
