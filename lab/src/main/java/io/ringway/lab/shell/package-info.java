/** The part of bash's grammar that a lab may use: words, quotes, variables, heredocs; read, never executed. */
package io.ringway.lab.shell;
