/** The commands of a lab, one class each, listed in {@link io.ringway.lab.command.Commands}. */
package io.ringway.lab.command;
