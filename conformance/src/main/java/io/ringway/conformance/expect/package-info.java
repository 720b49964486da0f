/** What the model shows at an interface, against what was really captured there: {@code ringway replay --expect-out}. */
package io.ringway.conformance.expect;
