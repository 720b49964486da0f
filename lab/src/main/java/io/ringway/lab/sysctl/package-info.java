/** The files below {@code /proc/sys/net} that the model has, and what may be written to them. */
package io.ringway.lab.sysctl;
