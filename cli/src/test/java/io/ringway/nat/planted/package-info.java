/** Classes that break a rule of the architecture on purpose. */
package io.ringway.nat.planted;
