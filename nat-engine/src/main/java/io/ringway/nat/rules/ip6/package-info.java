/** What {@code ip6tables} was told: kept word for word and printed back, never held against a packet. */
package io.ringway.nat.rules.ip6;
