/** {@code bridge} of iproute2: its objects and verbs, listed in {@link io.ringway.lab.bridge.BridgeCommand}. */
package io.ringway.lab.bridge;
