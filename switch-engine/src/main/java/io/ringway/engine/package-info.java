/** The model as its users drive it: a network of namespaces, their devices, and the frames put into them. */
package io.ringway.engine;
