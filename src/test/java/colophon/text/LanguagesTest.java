package colophon.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ko | 두 정상은 나라에서 만났다",
        "ko | 이재명 대통령과 APEC 정상회의, Nara 회담 DNA 감정",
        "ja | 両首脳は奈良で会談した",
        "zh | 两位领导人在奈良会面，会谈持续了九十分钟",
        "en | The leaders of the two countries met in the city on Tuesday and agreed to talk more"
            + " about trade and the protection of technology",
        "en | Ministries will step up consultations on economic security, covering critical"
            + " minerals and semiconductors",
        "de | Die Regierung hat am Dienstag beschlossen, die Steuern auf Strom und Gas zu senken,"
            + " teilte das Ministerium mit",
        "fr | Le gouvernement a décidé mardi de réduire les impôts sur le gaz et l'électricité, a"
            + " annoncé le ministère",
        "es | El gobierno decidió el martes reducir los impuestos sobre el gas y la electricidad,"
            + " anunció el ministerio",
        "it | Il governo ha deciso martedì di ridurre le tasse sul gas e sull'elettricità, ha"
            + " annunciato il ministero",
        "nl | De regering heeft dinsdag besloten de belasting op gas en elektriciteit te verlagen,"
            + " meldt het ministerie",
        "ru | Правительство решило во вторник снизить налоги на газ и электричество, сообщило"
            + " министерство",
        "uk | Уряд вирішив у вівторок знизити податки на газ та електроенергію, повідомило"
            + " міністерство",
        "el | Η κυβέρνηση αποφάσισε την Τρίτη",
        "th | รัฐบาลตัดสินใจเมื่อวันอังคาร",
        "ar | قررت الحكومة يوم الثلاثاء خفض الضرائب على الغاز والكهرباء حسبما أعلنت الوزارة في"
            + " بيان",
        "fa | دولت روز سه‌شنبه تصمیم گرفت مالیات گاز و برق را کاهش دهد، وزارتخانه اعلام کرد که این"
            + " کار",
        "und | Nara",
        "und | 12 345",
        "und | OK, no."
      })
  void tells_the_language(String tag, String text) {
    assertThat(Languages.detect(text)).isEqualTo(new Language(tag));
  }
}
