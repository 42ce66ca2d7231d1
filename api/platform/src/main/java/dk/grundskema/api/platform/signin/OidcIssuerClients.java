package dk.grundskema.api.platform.signin;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * HTTP clients for the requests to the issuer during a sign-in: tokens and user info. They have timeouts, because the framework's defaults wait
 * without limit and each wait blocks a thread; for the issuer's keys it waits half a second.
 */
final class OidcIssuerClients {
    private final ClientHttpRequestFactory requests;

    /** @param retryAfter timeout, applied separately to the connection and to the whole response */
    OidcIssuerClients(Duration retryAfter) {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(retryAfter).build());
        factory.setReadTimeout(retryAfter);
        this.requests = factory;
    }

    /** Returns the client that requests tokens. */
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenClient() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    /** Returns the client that requests user info. */
    DefaultOAuth2UserService userService() {
        var template = new RestTemplate(requests);
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var people = new DefaultOAuth2UserService();
        people.setRestOperations(template);
        return people;
    }

    /** Returns the client that requests user info for an ID token. */
    OidcUserService oidcUserService() {
        var verified = new OidcUserService();
        verified.setOauth2UserService(userService());
        return verified;
    }
}
