package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.AuthenticationCookies;
import dk.grundskema.api.platform.access.Credential.Kind;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.PresentedCredential;
import dk.grundskema.api.platform.access.SecretHash;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.account.GrantRepository;
import dk.grundskema.api.platform.http.IdempotencyRepository;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Authenticates callers by token or session. A request with an invalid token is unauthenticated, even if it has a session cookie. */
final class CallerAuthenticationFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final GrantRepository grants;
    private final CredentialRepository credentials;

    CallerAuthenticationFilter(GrantRepository grants, CredentialRepository credentials) {
        this.grants = grants;
        this.credentials = credentials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            if (header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
                authenticate(header.substring(SCHEME.length()).strip(), Kind.TOKEN, request);
            }
        } else {
            AuthenticationCookies.sessionSecret(request)
                    .ifPresent(secret -> authenticate(secret, Kind.SESSION, request));
        }
        chain.doFilter(request, response);
    }

    private void authenticate(String secret, Kind kind, HttpServletRequest request) {
        credentials.findWithGrants(secret, kind).ifPresent(known -> {
            AccountRepository.rememberName(known.credential().account(), known.name());
            @Nullable String csrf = kind == Kind.SESSION ? PresentedCredential.csrf(secret) : null;
            var caller =
                    UsernamePasswordAuthenticationToken.authenticated(grants.resolveCaller(known), null, List.of());
            caller.setDetails(new PresentedCredential(known.credential(), csrf));
            SecurityContextHolder.getContext().setAuthentication(caller);
            request.setAttribute(IdempotencyRepository.SECRET_HASH_ATTRIBUTE, SecretHash.hash("answers " + secret));
        });
    }
}
