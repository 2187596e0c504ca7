package colophon.desk;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers that several pages give. */
final class DeskAnswers {

  private DeskAnswers() {}

  /** What was asked for is done; the result is at that address. */
  static ResponseEntity<String> seeOther(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", address).build();
  }
}
