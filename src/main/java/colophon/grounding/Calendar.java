package colophon.grounding;

import colophon.grounding.DateMention.Away;
import colophon.grounding.DateMention.Step;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The words for months, days of the week and days seen from today. */
final class Calendar {

  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
  private static final Map<String, Away> RELATIVE = new HashMap<>();

  static {
    String[] months = {
      "january jan januar janvier enero jänner",
      "february feb februar février febrero",
      "march mar märz mars marzo",
      "april apr avril abril",
      "may mai mayo",
      "june jun juni juin junio",
      "july jul juli juillet julio",
      "august aug août agosto",
      "september sept sep septembre septiembre",
      "october oct oktober octobre octubre okt",
      "november nov novembre noviembre",
      "december dec dezember décembre diciembre dez"
    };
    for (int i = 0; i < months.length; i++) {
      for (String name : months[i].split(" ")) {
        MONTHS.put(name, i + 1);
      }
    }
    String[] weekdays = {
      "monday mon montag lundi lunes 월요일 月曜日 月曜",
      "tuesday tue tues dienstag mardi martes 화요일 火曜日 火曜",
      "wednesday wed mittwoch mercredi miércoles 수요일 水曜日 水曜",
      "thursday thu thur thurs donnerstag jeudi jueves 목요일 木曜日 木曜",
      "friday fri freitag vendredi viernes 금요일 金曜日 金曜",
      "saturday samstag sonnabend samedi sábado 토요일 土曜日 土曜",
      "sunday sonntag dimanche domingo 일요일 日曜日 日曜"
    };
    for (int i = 0; i < weekdays.length; i++) {
      for (String name : weekdays[i].split(" ")) {
        WEEKDAYS.put(name, DayOfWeek.of(i + 1));
      }
    }
    relative(Step.DAY, 0, "today|tonight|this morning|this afternoon|this evening|오늘|今日|きょう|heute");
    relative(Step.DAY, -1, "yesterday|last night|어제|昨日|きのう|gestern");
    relative(Step.DAY, -2, "그제|그저께|一昨日|vorgestern");
    relative(Step.DAY, 1, "tomorrow|내일|明日|あす");
    relative(Step.WEEK, 0, "this week|이번 주|이번주|今週|diese woche");
    relative(Step.WEEK, -1, "last week|the previous week|지난주|지난 주|先週|letzte woche");
    relative(Step.WEEK, 1, "next week|다음 주|다음주|来週|nächste woche");
    relative(Step.MONTH, 0, "this month|이달|이번 달|이번달|今月|diesen monat");
    relative(Step.MONTH, -1, "last month|지난달|지난 달|先月|letzten monat");
    relative(Step.MONTH, 1, "next month|다음 달|다음달|来月|nächsten monat");
    relative(Step.YEAR, 0, "this year|올해|今年|dieses jahr");
    relative(Step.YEAR, -1, "last year|지난해|작년|昨年|去年|letztes jahr");
    relative(Step.YEAR, 1, "next year|내년|来年|nächstes jahr");
  }

  private Calendar() {}

  private static void relative(Step step, int by, String words) {
    for (String word : words.split("\\|")) {
      RELATIVE.put(word, new Away(step, by));
    }
  }

  static int month(String lower) {
    return MONTHS.getOrDefault(lower, 0);
  }

  static DayOfWeek weekday(String lower) {
    DayOfWeek weekday = WEEKDAYS.get(lower);
    if (weekday == null) {
      throw new IllegalStateException("not a day of the week: " + lower);
    }
    return weekday;
  }

  static Away relative(String lower) {
    Away away = RELATIVE.get(lower);
    if (away == null) {
      throw new IllegalStateException("not a word for a day: " + lower);
    }
    return away;
  }

  /** Whether a word, as folded for names, is a month or a day of the week. */
  static boolean names(String lower) {
    return MONTHS.containsKey(lower) || WEEKDAYS.containsKey(lower);
  }

  static String monthPattern() {
    return alternatives(MONTHS);
  }

  static String weekdayPattern() {
    return alternatives(WEEKDAYS);
  }

  static String relativePattern() {
    return alternatives(RELATIVE);
  }

  private static String alternatives(Map<String, ?> words) {
    return words.keySet().stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
        .collect(Collectors.joining("|"));
  }
}
