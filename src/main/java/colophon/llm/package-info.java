/**
 * LangChain4j behind our ports. Takes writing orders and texts, gives drafts and embeddings; the
 * only room that sees a model.
 *
 * <p>A writing order becomes a {@link colophon.llm.PassagesMessage}, a model's {@link
 * colophon.llm.BriefAnswer} becomes a draft. What never happens here: an answer is used before it
 * is stored, a stored answer is bought twice, a call is made that no budget has reserved, a key
 * comes from anywhere but the environment or goes anywhere but to its provider, a passage that
 * reads like an instruction reaches a writer, a link or a quotation is taken from a model on its
 * word.
 */
@org.jspecify.annotations.NullMarked
package colophon.llm;
