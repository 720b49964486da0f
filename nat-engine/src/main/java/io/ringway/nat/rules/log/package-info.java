/** What rules log, in the words of the kernel's log. */
package io.ringway.nat.rules.log;
