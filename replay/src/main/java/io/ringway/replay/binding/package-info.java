/**
 * The capture's hosts played by the model's: addresses and ports exchanged at a namespace's own stack, answers sent to whom
 * the model showed.
 *
 * <pre>
 *   capture ─► HostBindings (who plays whom) ─► BoundSender ─► the namespace's stack ─► model
 *                     ▲                              ▲                                  │
 *                     └── AutoBinding proposes       └── BoundConversations ◄── what the other side saw
 * </pre>
 */
package io.ringway.replay.binding;
