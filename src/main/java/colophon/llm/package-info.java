/**
 * LangChain4j behind our ports. Takes writing orders and texts, gives drafts and embeddings; the
 * only room that sees a model.
 */
@org.jspecify.annotations.NullMarked
package colophon.llm;
