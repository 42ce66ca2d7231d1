package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.platform.Guesses;
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
 * Lets requests below a path through whose token opens something. Whatever else is asked for there gets one and the same answer, whether it looks like a
 * token or not, whether it opened something once or never: nobody learns anything from it. It comes before everything that would answer some of them
 * otherwise.
 */
public abstract class TokenGate extends OncePerRequestFilter {
    /** Before Spring Security's chain, which is at -100 and refuses addresses by how they look. */
    public static final int BEFORE_SECURITY = -150;

    private final String path;
    private final Pattern address;
    private final Guesses guesses;
    private final WebAnswers answers;

    /**
     * @param path    what addresses begin with, with a slash at both ends
     * @param further what may stand behind the token, as a pattern
     */
    protected TokenGate(String path, String further, Guesses guesses, WebAnswers answers) {
        this.path = path;
        this.address = Pattern.compile(Pattern.quote(path) + "([^/.]{" + Links.TOKEN_LENGTH + "})(" + further + ")?");
        this.guesses = guesses;
        this.answers = answers;
    }

    /**
     * Whether a token opens anything; the request then carries what.
     *
     * @param token what stands where tokens do; looked up like one also if it is empty, so that the answer takes as long
     */
    protected abstract boolean opens(String token, HttpServletRequest request);

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
        if (opens(token(request), request)) {
            chain.doFilter(request, response);
            return;
        }
        Duration wait = guesses.wait(request.getRemoteAddr());
        if (wait == null) {
            answers.notThere(request, response);
        } else {
            answers.tooMany(wait, request, response);
        }
    }

    /** What stands where tokens do; empty if the address is none of a token, or is written otherwise than ours are. */
    private String token(HttpServletRequest request) {
        String asked = request.getServletPath(); // decoded, and without what is behind a semicolon
        Matcher matcher = address.matcher(asked);
        return asked.equals(request.getRequestURI()) && matcher.matches() ? matcher.group(1) : "";
    }
}
