/**
 * The forwarding information base of one namespace: which way a packet goes.
 *
 * <pre>
 *   Flow ─► RoutingRules ─► RouteTables ─► RouteTable (longest prefix) ─► Route ─► Nexthop (Multipath picks) ─► FibResult
 *
 *   RouteRequest ─► RouteCheck ─► RouteChanges ─► RouteTable          what a command wants
 *   InterfaceAddresses ─► AddressRoutes, DeviceRoutes ─► RouteTable   what addresses and links bring
 * </pre>
 */
package io.ringway.engine.route;
