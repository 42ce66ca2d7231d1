package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.http.ServerSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * Configures sign-in with OpenID Connect. It is active only if an issuer is configured, does not contact the issuer before the first sign-in, and
 * ends in the same kind of session as a password sign-in: the issuer's tokens are discarded.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${grundskema.oidc.issuer:}' != ''")
class OidcConfiguration {
    /** Path where a browser starts the sign-in. */
    static final String BEGIN = "/oauth2/authorization/" + OidcIssuerDiscovery.ID;

    /** Discards the issuer's tokens. */
    private static final class NoAuthorizedClientRepository implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // required by the framework's signature
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
            // Only the account is needed; tokens are not stored.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing is stored.
        }
    }

    @Bean
    static ClientRegistrationRepository issuer(OidcSettings settings, ServerSettings server) {
        String baseUrl = server.plainBaseUrl();
        return new OidcIssuerDiscovery(() -> ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(OidcIssuerDiscovery.ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret().value())
                .redirectUri((baseUrl.isEmpty() ? "{baseUrl}" : baseUrl) + "/login/oauth2/code/{registrationId}")
                .scope(List.of(settings.scopes().strip().split(" +", -1)))
                .build());
    }

    @Bean
    @Order(1)
    static SecurityFilterChain oidcSecurityFilterChain(
            HttpSecurity http,
            ClientRegistrationRepository issuer,
            OidcLoginRequestRepository requests,
            OidcLoginHandler loginHandler,
            OidcSettings settings)
            throws Exception {
        var issuerClients = new OidcIssuerClients(Duration.ofSeconds(settings.answerSeconds()));
        return http.securityMatcher("/oauth2/**", "/login/oauth2/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // the issuer's response is protected by its state parameter
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(SecurityConfiguration::configureHeaders)
                .oauth2Login(login -> login.clientRegistrationRepository(issuer)
                        .authorizedClientRepository(new NoAuthorizedClientRepository())
                        .authorizationEndpoint(begin -> begin.authorizationRequestRepository(requests))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(issuerClients.tokenClient()))
                        .userInfoEndpoint(people -> people.userService(issuerClients.userService())
                                .oidcUserService(issuerClients.oidcUserService()))
                        .securityContextRepository(new NullSecurityContextRepository())
                        .loginPage("/")
                        .successHandler(loginHandler)
                        .failureHandler(loginHandler))
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }
}
