/**
 * The lab: a plain list of the commands that bash would run as root on a Linux host, read and done in the model.
 *
 * <pre>
 *   text ─► shell (words, quotes, heredocs) ─► LabCommand ─► command.* ─► Network
 * </pre>
 *
 * Nothing is ever executed on the machine. What the mirrored tool would refuse is refused in its own words.
 */
package io.ringway.lab;
