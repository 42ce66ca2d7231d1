package dk.grundskema.api.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;

/**
 * Signing in elsewhere, by OpenID Connect. It is there only if an issuer is set, it asks the issuer nothing before somebody signs in, and it ends in the
 * same session as a password does: what the issuer handed out is thrown away.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${grundskema.oidc.issuer:}' != ''")
class ElsewhereSetup {
    /** Where a browser goes to sign in elsewhere. */
    static final String BEGIN = "/oauth2/authorization/" + Issuer.ID;

    /** Keeps nothing of what the issuer handed out. */
    private static final class Nothing implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // so the framework asks
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // An account is all that is wanted of the issuer.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // There is none.
        }
    }

    @Bean
    static ClientRegistrationRepository issuer(
            @Value("${grundskema.oidc.issuer}") String address,
            @Value("${grundskema.oidc.client-id:}") String clientId,
            @Value("${grundskema.oidc.client-secret:}") String secret,
            @Value("${grundskema.base-url:}") String base,
            @Value("${grundskema.oidc.scopes}") String scopes) {
        String ours = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return new Issuer(() -> ClientRegistrations.fromIssuerLocation(address)
                .registrationId(Issuer.ID)
                .clientId(clientId)
                .clientSecret(secret)
                .redirectUri((ours.isEmpty() ? "{baseUrl}" : ours) + "/login/oauth2/code/{registrationId}")
                .scope(List.of(scopes.strip().split(" +", -1)))
                .build());
    }

    @Bean
    @Order(1)
    static SecurityFilterChain elsewhere(
            HttpSecurity http,
            ClientRegistrationRepository issuer,
            ElsewhereRequests requests,
            SignedInElsewhere arrival,
            @Value("${grundskema.oidc.answer-seconds}") int seconds)
            throws Exception {
        var answers = new IssuerAnswers(Duration.ofSeconds(seconds));
        return http.securityMatcher("/oauth2/**", "/login/oauth2/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // the issuer's answer carries a state of its own
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(SecuritySetup::headers)
                .oauth2Login(login -> login.clientRegistrationRepository(issuer)
                        .authorizedClientRepository(new Nothing())
                        .authorizationEndpoint(begin -> begin.authorizationRequestRepository(requests))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(answers.tokens()))
                        .userInfoEndpoint(people ->
                                people.userService(answers.people()).oidcUserService(answers.verifiedPeople()))
                        .securityContextRepository(new NullSecurityContextRepository())
                        .loginPage("/")
                        .successHandler(arrival)
                        .failureHandler(arrival))
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }
}
