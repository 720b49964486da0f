/**
 * Who talked to whom and what became of it, in under 300 bytes each, for a million of them.
 *
 * <pre>
 *   packet ─► FlowKey ─► FlowIndex ─► number ─► ConversationStore (a row of longs) ─► Conversation, Verdict, Loss
 * </pre>
 */
package io.ringway.replay.conversation;
