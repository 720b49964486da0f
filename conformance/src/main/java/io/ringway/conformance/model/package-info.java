/** The model's half of a conformance run, driven at the very times that were measured on the kernel. */
package io.ringway.conformance.model;
