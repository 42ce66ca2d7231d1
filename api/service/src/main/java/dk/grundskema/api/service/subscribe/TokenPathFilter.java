package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.traffic.GuessLimiter;
import dk.grundskema.api.service.publish.LinkRepository;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Admits requests below a path only if their token is valid. All other requests there get the same answer, whether the token is malformed,
 * unknown or revoked, so that the answer reveals nothing. Runs before all filters that would answer some of these requests differently.
 */
public abstract class TokenPathFilter extends OncePerRequestFilter {
    /** Order before Spring Security's chain at -100, which rejects some malformed addresses itself. */
    public static final int BEFORE_SECURITY = -150;

    private final String path;
    private final Pattern address;
    private final GuessLimiter guessLimiter;
    private final WebPageResponses webPageResponses;

    /**
     * @param path    start of the paths, with a slash at both ends
     * @param further pattern of what may follow the token
     */
    protected TokenPathFilter(
            String path, String further, GuessLimiter guessLimiter, WebPageResponses webPageResponses) {
        this.path = path;
        this.address =
                Pattern.compile(Pattern.quote(path) + "([^/.]{" + LinkRepository.TOKEN_LENGTH + "})(" + further + ")?");
        this.guessLimiter = guessLimiter;
        this.webPageResponses = webPageResponses;
    }

    /**
     * Returns whether the token is valid; if so, stores its target in the request.
     *
     * @param token text at the place of the token; looked up even if empty, so that the response time is the same
     */
    protected abstract boolean resolveToken(String token, HttpServletRequest request);

    @Override
    protected final boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith(path);
    }

    @Override
    protected final void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        if (resolveToken(token(request), request)) {
            chain.doFilter(request, response);
            return;
        }
        Duration wait = guessLimiter.tryTake(request.getRemoteAddr());
        if (wait == null) {
            webPageResponses.writeNotFound(request, response);
        } else {
            webPageResponses.writeTooMany(wait, request, response);
        }
    }

    /** Returns the text at the place of the token; empty if the path does not have the expected form. */
    private String token(HttpServletRequest request) {
        String asked = request.getServletPath(); // decoded, and without path parameters after a semicolon
        Matcher matcher = address.matcher(asked);
        return asked.equals(request.getRequestURI()) && matcher.matches() ? matcher.group(1) : "";
    }
}
