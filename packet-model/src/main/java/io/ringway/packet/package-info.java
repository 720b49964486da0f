/** Frames in off-heap cells, the headers inside them, their checksums, and the rings that hand them on. */
package io.ringway.packet;
