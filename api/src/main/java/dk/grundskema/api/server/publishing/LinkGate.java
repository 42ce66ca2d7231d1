package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.platform.Guesses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets requests for links through that there are. Whatever else is asked for below {@value #PATH} gets one and the same answer, whether it looks like a
 * link or not, whether there was one or never: nobody learns anything from it. It comes before everything that would answer some of them otherwise.
 */
@Component
@Order(LinkGate.BEFORE_SECURITY)
final class LinkGate extends OncePerRequestFilter {
    /** Before Spring Security's chain, which is at -100 and refuses addresses by how they look. */
    static final int BEFORE_SECURITY = -150;

    /** How paths of links begin. */
    static final String PATH = "/c/";

    /** Under this name operations find the {@link Link}. */
    static final String LINK = "dk.grundskema.link";

    private static final Pattern ADDRESS =
            Pattern.compile(PATH + "([^/.]{" + Links.TOKEN_LENGTH + "})(\\.ics|/seen|/qr\\.svg)?");

    private final Links links;
    private final Guesses guesses;
    private final WebAnswers answers;

    LinkGate(Links links, Guesses guesses, WebAnswers answers) {
        this.links = links;
        this.guesses = guesses;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        Optional<Link> link = links.byToken(token(request));
        if (link.isPresent()) {
            request.setAttribute(LINK, link.get());
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

    /** What stands where tokens do; empty if the address is none of a link, or is written otherwise than ours are. */
    private static String token(HttpServletRequest request) {
        String path = request.getServletPath(); // decoded, and without what is behind a semicolon
        Matcher address = ADDRESS.matcher(path);
        return path.equals(request.getRequestURI()) && address.matches() ? address.group(1) : "";
    }
}
