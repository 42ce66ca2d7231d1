package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Credential.Kind;
import dk.grundskema.api.server.platform.AnsweredRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows callers by their tokens or sessions. Who sends a token that isn't good any more is nobody, whatever cookies come with it. */
final class CallerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Grants grants;
    private final Credentials credentials;

    CallerFilter(Grants grants, Credentials credentials) {
        this.grants = grants;
        this.credentials = credentials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            if (header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
                know(header.substring(SCHEME.length()).strip(), Kind.TOKEN, request);
            }
        } else {
            Cookies.session(request).ifPresent(secret -> know(secret, Kind.SESSION, request));
        }
        chain.doFilter(request, response);
    }

    private void know(String secret, Kind kind, HttpServletRequest request) {
        Optional<Credential> known = credentials.known(secret, kind);
        known.ifPresent(credential -> {
            @Nullable String csrf = kind == Kind.SESSION ? Presented.csrf(secret) : null;
            var caller = UsernamePasswordAuthenticationToken.authenticated(grants.caller(credential), null, List.of());
            caller.setDetails(new Presented(credential, csrf));
            SecurityContextHolder.getContext().setAuthentication(caller);
            request.setAttribute(AnsweredRequests.SHOWN, Secrets.hash("answers " + secret));
        });
    }
}
