package colophon.article;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signs that a passage is an instruction to a machine rather than news. A modest set: what it
 * finds, an editor settles; what it does not find, the checks of the answer must hold.
 */
final class InstructionSigns {

  private record Sign(String reason, Pattern pattern) {}

  private static final String START =
      "(?:^|[.!?:;)\"”]\\s+|\\n)[\"“'‘*_#>\\s-]*(?:(?i:please|now|then|also|instead|first|finally|next|and)[,"
          + " ]\\s*)?";

  /** What a model gives back, by the names that instructions use. */
  private static final String ANSWER =
      "(?:answers?|responses?|repl(?:y|ies)|outputs?|summar(?:y|ies)|messages?|translations?|completions?|generated"
          + " text)";

  private static final String MACHINE =
      "(?:AI|A\\.I\\.|LLMs?|(?:large )?language models?|AI"
          + " (?:assistants?|models?|agents?|systems?|readers?)|chatbots?|assistants?|automated"
          + " (?:readers?|systems?|summari[sz]ers?|tools?)|summari[sz]ers?|machine"
          + " readers?|bots?|GPT|ChatGPT|Claude|Gemini)";

  private static final List<Sign> SIGNS =
      List.of(
          sign(
              "tells its reader to ignore instructions",
              "(?i)\\b(?:ignor(?:e|ing)|disregard|forget|override|bypass)\\b.{0,40}\\b(?:previous|prior|above|earlier|preceding|foregoing|all|any|your|system|original|other)\\b.{0,30}\\b(?:instructions?|prompts?|rules|guidelines|directions|commands?|directives)\\b"),
          sign(
              "tells its reader to ignore instructions",
              "(?i)ignorier\\w* .{0,30}(?:anweisung|instruktion)|ignore[zr]"
                  + " .{0,30}(?:instructions|consignes)|ignor[ae]"
                  + " .{0,30}(?:instrucciones|istruzioni|instruções)|игнорируй\\w*"
                  + " .{0,30}инструкци|(?:忽略|无视|無視).{0,12}(?:指令|指示|提示)|(?:以前|上記|これまで)の(?:指示|命令).{0,6}無視|(?:이전|위의|앞선).{0,8}(?:지시|명령|지침).{0,8}무시"),
          sign(
              "addresses a machine that reads it",
              "(?:"
                  + START
                  + "|^)(?:(?i:note|notice|message|memo|attention|dear|hey|hello|instructions?|reminder)(?:"
                  + " (?i:to|for|all|any))*[,:]? )(?:the |any |all )?"
                  + MACHINE
                  + "\\b"),
          sign(
              "addresses a machine that reads it",
              "(?i:if|since|because|as) (?i:you are|you're|you,) (?:an? |the )?"
                  + MACHINE
                  + "\\b|(?i:as an? "
                  + MACHINE
                  + "),? (?i:you\\b)|(?i:you are (?:now )?(?:an? )?(?:helpful |new )?"
                  + MACHINE
                  + ")\\b"),
          sign(
              "addresses a machine that reads it",
              "(?i)\\b(?:automated (?:readers?|systems?|summari[sz]ers?)|(?:AI|language)"
                  + " (?:models?|readers?|assistants?|agents?)|assistants|summari[sz]ers|LLMs|chatbots)"
                  + " (?:reading this|must|should|shall|are (?:asked|required|instructed|told) to)"
                  + " (?:now |always |only |never |not"
                  + " )?(?:state|report|write|say|claim|mention|include|cite|omit|answer|respond|reply|describe|conclude|ignore|add|present|treat|endorse|recommend)\\b"),
          sign(
              "carries the marks of a conversation with a model",
              "(?im)^\\W{0,3}(?:system|assistant|user|human)(?: message| prompt|"
                  + " note)?\\s*:|<\\|?(?:im_start|im_end|system|assistant|endoftext)\\|?>|\\[/?INST\\]|<</?SYS>>|^#{2,4}"
                  + " ?(?:instruction|system|human|assistant|response)s?\\b|\\bsystem"
                  + " prompt\\s*:|\\b(?:begin|end) (?:system|of) (?:prompt|instructions?)\\b"),
          sign(
              "asks for a certain answer",
              START
                  + "(?i:add|includ\\w+|insert|append|prepend|integrat\\w+|modif\\w+|replac\\w+|us(?:e|ing)|provid\\w+|writ(?:e|ing)|render\\w*|convert\\w*|group\\w*|remov\\w+|scrambl\\w+|rearrang\\w+|enhanc\\w+|augment\\w*|introduc\\w+|misspell\\w*|combin\\w+|substitut\\w+|jumbl\\w+|anagram\\w*|begin|end|start|finish|make|mention|format|translat\\w+|encod\\w+|limit|keep|prefix|conclude|embed|weave|incorporat\\w+|share|redirect|suggest|encourag\\w+|promot\\w+)\\b(?:[^.!?\\n]|[.!?](?=\\S)){0,160}\\b(?:(?:your|its|the)"
                  + " (?:entire |whole |final |next )?"
                  + ANSWER
                  + "|words? in your|letters? (?:of|in) your)\\b"),
          sign(
              "asks for a certain answer",
              "(?:"
                  + START
                  + "|\\b)(?i:in|within|at the (?:end|start|beginning) of|throughout|when"
                  + " writing|before) (?i:your) (?:\\w+ )?"
                  + ANSWER
                  + ", ?(?i:\\p{L}+)"),
          sign(
              "asks for a certain answer",
              START
                  + "(?:Replace|Convert|Substitute|Swap|Capitali[sz]e|Reverse|Remove|Misspell)"
                  + " (?i:every|each|all|the|vowels|letters|words|spaces)[^.!?]{0,60}\\b(?i:letters?|vowels?|symbols?|characters?|words?)\\b"),
          sign(
              "asks for a certain answer",
              "(?i)\\b(?:in|to|into|of|from|with|within|throughout|for|by"
                  + " reversing|encode|encrypt|reverse|translate|format) your (?:\\w+"
                  + " )?(?:response|answer|reply|output|completion)s?\\b|\\buse (?:an? |the"
                  + " )?(?:[\\w-]+ ){0,2}(?:cipher|morse code|base ?64|pig latin|emojis?)\\b"),
          sign(
              "asks for work that is none of a reader's",
              START
                  + "(?:(?:Generate|Compile|Schedule|Analy[sz]e|Classify|Encode|Encrypt|Decode|Simulate|Automate)"
                  + " (?:an?|the|all|any|every|my|this|these|following)|Set (?:up )?an?"
                  + " (?:reminder|alarm|meeting)|Remind me|Send (?:me )?an?"
                  + " (?:email|e-mail|message|reminder|invitation)|(?:Find|Search for|Look"
                  + " up|Retrieve) (?:me )?(?:\\p{L}+ )?(?:papers|sources|studies|information|data)"
                  + " (?:on|about|for)|(?:Is|Was) (?:this|the following)"
                  + " (?:sentence|statement|review|text|tweet)|(?:Determine|Identify|Detect) the"
                  + " (?:sentiment|tone|emotion|language|mood))\\b"),
          sign(
              "asks for a certain answer",
              START
                  + "(?i:respond|reply|answer) (?i:only|in|with|as|using|by|to"
                  + " (?:all|every|this|any))\\b"),
          sign(
              "tells its reader what to write",
              START
                  + "(?:Write|State|Report|Say|Claim|Conclude|Declare|Assert|Emphasi[sz]e|Pretend|Tell"
                  + " (?:the )?(?:user|reader|readers|them)) (?i:that|how)\\b"),
          sign(
              "tells its reader what to write",
              START
                  + "(?i:do not|don't|never|always|only|cite only|mention only|make sure"
                  + " (?:to|that)|be sure to|you (?:must|should|will|are"
                  + " to))\\s?[^.!?]{0,60}\\b(?i:cite|disclaimer|mention|reveal|summari[sz]e|output|respond|the"
                  + " user|label this|this (?:article|source|outlet|text|page)|passage)\\b"),
          sign(
              "asks for work that is none of a reader's",
              START
                  + "(?:Write|Draft|Compose|Develop|Create|Generate|Provide|Produce|Give me|Tell"
                  + " me|Show me|Design|Craft)(?: me| us)? (?:an?|the|some|two|three|five)"
                  + " (?:[\\p{L}'-]+"
                  + " ){0,4}?(?i:story|poem|haiku|essay|letter|email|speech|function|script|program|code|sql|summary|list|paragraph|introduction|outline|song|joke|equivalent|explanation|translation|review|tweet|slogan)\\b"),
          sign(
              "asks for work that is none of a reader's",
              START
                  + "(?:Explain|Describe|Break"
                  + " down|Outline|Define|Calculate|Solve|List|Summari[sz]e|Name)(?: to me)?"
                  + " (?:the|how|why|what|in|all|three|five) (?:[\\p{L}'-]+"
                  + " ){0,3}?(?i:process|theory|works?|lifecycle|life"
                  + " cycle|plot|difference|differences|causes|function|functions|steps|concept|equation|law|principle|benefits|text|article)\\b"),
          sign(
              "asks for work that is none of a reader's",
              START
                  + "(?:Translate (?:the following|this|that|it|['\"“‘])|(?:Can|Could|Would) you"
                  + " (?:please"
                  + " )?(?:show|explain|write|give|provide|tell|translate|list|help)\\b|How"
                  + " (?:do|can|would|should) (?:I|you)"
                  + " (?:solve|say|write|code|connect|implement|translate)\\b|Provide (?:the|an"
                  + " example of)\\b|What(?:'s| is) ['\"“‘])"),
          sign(
              "asks that data be sent somewhere",
              START
                  + "(?i:send|post|submit|forward|e-?mail|upload|transmit|fetch|visit|open|call|request|get)\\b[^!?\\n]{0,120}(?:https?://|\\b[\\w.+-]+@[\\w-]+\\.\\w)[^!?\\n]{0,80}\\b(?i:data|conversation|history|prompt|key|password|context|contents?|token|query)\\b"),
          sign(
              "asks that data be sent somewhere", "!\\[[^\\]]{0,80}\\]\\(https?://[^)]{0,300}[?=]"),
          sign(
              "holds a long run of code",
              "(?<![A-Za-z0-9+/=_-])(?=[A-Za-z+/]*\\d)(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z])[A-Za-z0-9+/_-]{100,}={0,2}(?![A-Za-z0-9+/=_-])"));

  private static final int LONGEST_LOOKED_AT = 8_000;

  private InstructionSigns() {}

  /** Why a text reads like an instruction to a machine; null where it does not. */
  static @Nullable String find(String text) {
    String head = text.length() > LONGEST_LOOKED_AT ? text.substring(0, LONGEST_LOOKED_AT) : text;
    String plain = Normalizer.normalize(head, Normalizer.Form.NFKC);
    for (Sign sign : SIGNS) {
      if (sign.pattern.matcher(plain).find()) {
        return sign.reason;
      }
    }
    return null;
  }

  private static Sign sign(String reason, String pattern) {
    return new Sign(reason, Pattern.compile(pattern));
  }
}
