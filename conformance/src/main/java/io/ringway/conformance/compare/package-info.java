/**
 * What both sides showed, compared: frames by interface and cause, state by namespace and key. A rule excuses what may
 * legitimately vary, and nothing beside it.
 */
package io.ringway.conformance.compare;
