/**
 * Devices: what sends a frame into a wire and what takes one from it.
 *
 * <pre>
 *   stack ─► transmit ─► tap (out) ─► xmit ─► veth peer ─► backlog ─► receive ─► tap (in) ─► bridge port, or the stack
 * </pre>
 */
package io.ringway.engine.device;
