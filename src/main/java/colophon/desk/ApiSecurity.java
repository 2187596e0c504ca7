package colophon.desk;

import colophon.access.Account;
import colophon.access.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;

/**
 * The door for scripts. It knows tokens only: neither is a session's cookie looked at nor one set,
 * so a page elsewhere can make a browser ask here, and nothing comes of it.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

  /** What the API's paths begin with. */
  static final String PATH = "/api/v1/";

  @Bean
  @Order(1)
  SecurityFilterChain apiChain(HttpSecurity http, AccessMatrix matrix, Tokens tokens) {
    return http.securityMatcher(PATH + "**")
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable()) // nothing that a browser sends by itself opens anything
        .headers(headers -> headers.disable()) // DeskHeaders sets them all
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .httpBasic(basic -> basic.disable())
        .formLogin(form -> form.disable())
        .anonymous(anonymous -> {})
        .addFilterBefore(new ApiDoor(tokens), AuthorizationFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .anyRequest()
                .access((authentication, context) ->
                    new AuthorizationDecision(
                        allowed(matrix, authentication.get(), context.getRequest()))))
        .exceptionHandling(failures ->
            failures
                .authenticationEntryPoint((request, response, e) -> {
                  response.setHeader("WWW-Authenticate", "Bearer realm=\"colophon\"");
                  new ApiProblem(ApiProblem.Kind.NO_TOKEN, ApiProblem.NO_TOKEN).write(response);
                })
                .accessDeniedHandler(
                    (request, response, e) -> refusal(matrix, request).write(response)))
        .build();
  }

  private static boolean allowed(
      AccessMatrix matrix, Authentication authentication, HttpServletRequest request) {
    Optional<ApiUser> user =
        authentication instanceof ApiUser comer ? Optional.of(comer) : Optional.empty();
    return matrix
        .row(request.getMethod(), request.getServletPath())
        .map(row ->
            row.opensTo(user.map(ApiUser::account).map(Account::roles))
                && row.opensToToken(user.map(ApiUser::scopes)))
        .orElse(false);
  }

  /** Says whether the account or the token is what does not suffice. */
  private static ApiProblem refusal(AccessMatrix matrix, HttpServletRequest request) {
    Optional<AccessMatrix.Row> row = matrix.row(request.getMethod(), request.getServletPath());
    ApiUser user = ApiUser.current();
    boolean role = row.map(each -> each.opensTo(Optional.of(user.account().roles()))).orElse(false);
    if (!role) {
      String roles = row.map(AccessMatrix.Row::roleWords).orElse("");
      return new ApiProblem(
          ApiProblem.Kind.ROLE,
          roles.isEmpty()
              ? "There is nothing here for scripts; /api/v1/openapi.json says what there is."
              : "This is for " + roles + "; the token acts as " + user.getName() + ".");
    }
    return new ApiProblem(
        ApiProblem.Kind.SCOPE,
        "The token has not the scope "
            + row.flatMap(AccessMatrix.Row::scope).map(scope -> scope.word()).orElse("")
            + "; make one that has.");
  }
}
