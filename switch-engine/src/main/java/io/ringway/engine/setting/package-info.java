/** The sysctls of one namespace's IPv4, those of each of its interfaces, and how {@code all} and an interface's own combine. */
package io.ringway.engine.setting;
