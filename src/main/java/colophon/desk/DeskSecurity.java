package colophon.desk;

import colophon.access.Account;
import colophon.access.AccountStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;

/** Default deny: what {@code access.txt} does not open is closed. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class DeskSecurity {

  @Bean
  AccessMatrix accessMatrix() {
    return AccessMatrix.committed();
  }

  /** Nobody is asked through Spring's own door; {@link SignInPage} lets people in. */
  @Bean
  AuthenticationManager noOtherDoor() {
    return authentication -> {
      throw new org.springframework.security.authentication.BadCredentialsException("closed");
    };
  }

  @Bean
  HttpSessionSecurityContextRepository sessions() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      AccessMatrix matrix,
      AccountStore accounts,
      HttpSessionSecurityContextRepository sessions) {
    return http.securityContext(context -> context.securityContextRepository(sessions))
        .headers(headers -> headers.disable()) // DeskHeaders sets them all
        .csrf(
            csrf -> // ReaderForms looks after these, which keep no session
            csrf.ignoringRequestMatchers(
                    request -> ReaderForms.PATHS.contains(request.getServletPath())))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable()) // SignInPage signs out
        .httpBasic(basic -> basic.disable())
        .formLogin(form -> form.disable())
        .anonymous(anonymous -> {})
        .addFilterBefore(new AccountRefresh(accounts), AuthorizationFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .anyRequest()
                .access((authentication, context) ->
                    new AuthorizationDecision(
                        allowed(matrix, authentication.get(), context.getRequest()))))
        .exceptionHandling(failures ->
            failures
                .authenticationEntryPoint((request, response, e) -> signInFirst(request, response))
                .accessDeniedHandler((request, response, e) -> refused(request, response, e)))
        .build();
  }

  private static boolean allowed(
      AccessMatrix matrix, Authentication authentication, HttpServletRequest request) {
    Optional<Set<colophon.access.Role>> held =
        authentication instanceof DeskUser user
            ? Optional.of(user.account()).filter(account -> !account.closed()).map(Account::roles)
            : Optional.empty();
    return matrix
        .row(request.getMethod(), request.getServletPath())
        .map(row -> row.opensTo(held) && row.scope().isEmpty())
        .orElse(false);
  }

  private static void signInFirst(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().startsWith("/api/")) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (request.getHeader("HX-Request") != null) {
      // Words may stand in the page that asked, so it is not left for the door: it says so itself.
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      String query = request.getQueryString();
      String wanted = request.getServletPath() + (query == null ? "" : "?" + query);
      response.sendRedirect(
          request.getMethod().equals("GET") && wanted.startsWith("/desk/")
              ? "/sign-in?to=" + java.net.URLEncoder.encode(wanted, StandardCharsets.UTF_8)
              : "/sign-in");
    }
  }

  private static void refused(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    if (refusal instanceof MissingCsrfTokenException
        && request.getServletPath().equals("/sign-in")) {
      response.sendRedirect("/sign-in?expired");
    } else if (refusal instanceof CsrfException && request.getHeader("HX-Request") != null) {
      // The page's token belongs to a session that is gone, whether or not there is a new one.
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
