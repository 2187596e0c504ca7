package colophon.desk;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what the API refused. */
@RestControllerAdvice
final class ApiFailures {

  @ExceptionHandler
  ResponseEntity<Object> problem(ApiProblem problem) {
    return problem.answer();
  }
}
