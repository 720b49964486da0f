/** What matches and targets are made of: their contract, options and numbers as the tool reads them, the packet they see. */
package io.ringway.nat.rules.extension;
