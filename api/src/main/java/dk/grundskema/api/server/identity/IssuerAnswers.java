package dk.grundskema.api.server.identity;

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
 * What the issuer is asked while somebody comes back from it: the tokens, and what it says of the person. By itself the framework would wait for these
 * answers without end, and each such wait holds a thread; for the issuer's keys it waits half a second.
 */
final class IssuerAnswers {
    private final ClientHttpRequestFactory requests;

    /** @param patience how long to wait, once for a connection and once for a whole answer */
    IssuerAnswers(Duration patience) {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(patience).build());
        factory.setReadTimeout(patience);
        this.requests = factory;
    }

    /** Asks for tokens. */
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
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

    /** Asks what the issuer says of somebody. */
    DefaultOAuth2UserService people() {
        var template = new RestTemplate(requests);
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var people = new DefaultOAuth2UserService();
        people.setRestOperations(template);
        return people;
    }

    /** The same, of whom the issuer has handed out a token about. */
    OidcUserService verifiedPeople() {
        var verified = new OidcUserService();
        verified.setOauth2UserService(people());
        return verified;
    }
}
