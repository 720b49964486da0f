/** What the tools print about a model, as JSON and as text. */
package io.ringway.lab.show;
