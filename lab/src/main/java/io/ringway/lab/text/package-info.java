/** The filters behind a pipe: {@code grep}, {@code head}, {@code tail} and {@code wc}, as functions from text to text. */
package io.ringway.lab.text;
