/**
 * Netfilter of one namespace: what happens to a packet at each of the five hooks.
 *
 * <pre>
 *  device ─► PREROUTING ─► route ─► FORWARD ──────────► POSTROUTING ─► device
 *            raw             │      filter        ▲      nat (SNAT)
 *            conntrack       ▼                    │      confirm
 *            nat (DNAT)    INPUT                OUTPUT
 *                          filter               raw, conntrack,
 *                          nat (SNAT)           nat (DNAT), filter
 *                          confirm                ▲
 *                            ▼                    │
 *                          the host's own stack ──┘
 * </pre>
 */
package io.ringway.nat;
