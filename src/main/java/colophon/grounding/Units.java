package colophon.grounding;

import colophon.grounding.Figure.Kind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that say what a number measures. */
final class Units {

  /**
   * A unit.
   *
   * @param base the unit its values are compared in
   * @param factor how many base units one of it is
   */
  record Unit(Kind kind, String base, BigDecimal factor) {}

  private static final Map<String, Unit> UNITS = new HashMap<>();

  static {
    put(Kind.PERCENT, "", "1", "% percent pct prozent pourcent 퍼센트 프로 パーセント");
    put(Kind.PERCENTAGE_POINTS, "", "1", "%포인트 포인트 prozentpunkte prozentpunkten ポイント");
    put(Kind.MONEY, "dollar", "1", "$ dollar dollars usd buck bucks 달러 ドル");
    put(Kind.MONEY, "dollar", "0.01", "cent cents");
    put(Kind.MONEY, "euro", "1", "€ euro euros eur 유로 ユーロ");
    put(Kind.MONEY, "pound", "1", "£ pound pounds gbp quid 파운드 ポンド");
    put(Kind.MONEY, "pound", "0.01", "pence");
    put(Kind.MONEY, "yen", "1", "¥ yen jpy 엔 円");
    put(Kind.MONEY, "won", "1", "₩ won krw 원 ウォン");
    put(Kind.MONEY, "yuan", "1", "yuan renminbi rmb cny 위안 元 人民元");
    put(Kind.MONEY, "rupee", "1", "₹ rupee rupees inr rs");
    put(Kind.MONEY, "ruble", "1", "₽ ruble rubles rouble roubles");
    put(Kind.MONEY, "franc", "1", "franc francs chf");
    put(Kind.MONEY, "peso", "1", "peso pesos");
    put(Kind.MONEY, "crown", "1", "krona kronor krone kroner crowns");
    for (String name : "rand lira baht rupiah ringgit zloty forint naira shekel".split(" ")) {
      put(Kind.MONEY, name, "1", name + " " + name + "s");
    }
    put(Kind.MEASURE, "second", "1", "second seconds sec secs sekunden 초 秒 秒間");
    put(Kind.MEASURE, "second", "60", "minute minutes min mins minuten 분 분간 分 分間");
    put(Kind.MEASURE, "second", "3600", "hour hours hr hrs stunde stunden 시간 時間");
    put(Kind.MEASURE, "second", "86400", "day days tag tage tagen 일간 日間");
    put(Kind.MEASURE, "second", "604800", "week weeks woche wochen 주 주간 週間");
    put(Kind.MEASURE, "second", "1209600", "fortnight fortnights");
    put(Kind.MEASURE, "month", "1", "month months monat monate monaten 개월 か月 カ月 ヶ月");
    put(Kind.MEASURE, "month", "12", "year years yr yrs jahr jahre jahren 년간 年間 세 살 歳");
    put(Kind.MEASURE, "month", "120", "decade decades");
    put(Kind.MEASURE, "month", "1200", "century centuries");
    put(Kind.MEASURE, "metre", "0.001", "mm millimetre millimetres millimeter millimeters");
    put(Kind.MEASURE, "metre", "0.01", "cm centimetre centimetres centimeter centimeters センチ");
    put(Kind.MEASURE, "metre", "1", "metre metres meter meters 미터 メートル");
    put(Kind.MEASURE, "metre", "1000", "km kilometre kilometres kilometer kilometers 킬로미터 キロ");
    put(Kind.MEASURE, "foot", "1", "foot feet ft");
    put(Kind.MEASURE, "foot", "3", "yard yards");
    put(Kind.MEASURE, "inch", "1", "inch inches");
    put(Kind.MEASURE, "mile", "1", "mile miles");
    put(Kind.MEASURE, "gram", "1", "gram grams gramme grammes");
    put(
        Kind.MEASURE,
        "gram",
        "1000",
        "kg kilo kilos kilogram kilograms kilogramme kilogrammes 킬로그램");
    put(Kind.MEASURE, "gram", "1000000", "tonne tonnes ton tons tonnen 톤 トン");
    put(Kind.MEASURE, "ounce", "1", "oz ounce ounces");
    put(Kind.MEASURE, "hectare", "1", "hectare hectares ha");
    put(Kind.MEASURE, "acre", "1", "acre acres");
    put(Kind.MEASURE, "litre", "1", "litre litres liter liters");
    put(Kind.MEASURE, "gallon", "1", "gallon gallons");
    put(Kind.MEASURE, "barrel", "1", "barrel barrels");
    put(Kind.MEASURE, "watt", "1", "watt watts");
    put(Kind.MEASURE, "watt", "1000", "kw kilowatt kilowatts");
    put(Kind.MEASURE, "watt", "1000000", "mw megawatt megawatts");
    put(Kind.MEASURE, "watt", "1000000000", "gw gigawatt gigawatts");
    put(Kind.MEASURE, "watt hour", "1000", "kwh");
    put(Kind.MEASURE, "watt hour", "1000000", "mwh");
    put(Kind.MEASURE, "watt hour", "1000000000", "gwh");
    put(Kind.MEASURE, "kmh", "1", "kph kmh");
    put(Kind.MEASURE, "mph", "1", "mph");
    put(Kind.MEASURE, "degree", "1", "° degree degrees celsius 도 度");
    put(Kind.MEASURE, "fahrenheit", "1", "fahrenheit");
    put(Kind.MULTIPLE, "", "1", "times fold 배 倍");
    put(Kind.COUNT, "", "1", "명 人 名 개 個 건 件 회 回 곳 대 台 people");
  }

  private Units() {}

  private static void put(Kind kind, String base, String factor, String words) {
    for (String word : words.split(" ")) {
      UNITS.put(word, new Unit(kind, base, new BigDecimal(factor)));
    }
  }

  /** The unit that a lower-case word or sign names; null where it names none. */
  static @Nullable Unit named(String word) {
    return UNITS.get(word);
  }

  /** A percentage point or a hundredth of it. */
  static Unit points(String factor) {
    return new Unit(Kind.PERCENTAGE_POINTS, "", new BigDecimal(factor));
  }
}
