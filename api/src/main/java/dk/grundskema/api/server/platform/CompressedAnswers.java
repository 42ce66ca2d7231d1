package dk.grundskema.api.server.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Compresses answers for whoever takes them so. The compressed form of version 7 has a strong tag of its own, {@code "7-gzip"}, since its
 * bytes are others; in a condition either names version 7. The web server doesn't compress anything that has a strong tag.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
public final class CompressedAnswers extends OncePerRequestFilter {
    /** What an answer says of itself that was compressed once for all who ask for it. */
    public static final String GZIP = "gzip";

    CompressedAnswers() {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = new PlainConditions(request);
        var answer = new CompressedAnswer(response, isTaken(request), asked);
        chain.doFilter(asked, answer);
        if (!request.isAsyncStarted()) {
            answer.finish();
        }
    }

    /** Whether the caller takes gzip: named, or among all, and not at weight 0. Source: RFC 9110, 12.5.3. */
    public static boolean isTaken(HttpServletRequest request) {
        var headers = request.getHeaders(HttpHeaders.ACCEPT_ENCODING);
        double named = -1;
        double any = -1;
        while (headers.hasMoreElements()) {
            for (String one : headers.nextElement().split(",", -1)) {
                String[] parts = one.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", 2);
                double weight = parts.length < 2 ? 1 : weight(parts[1]);
                switch (parts[0]) {
                    case "gzip", "x-gzip" -> named = weight;
                    case "*" -> any = weight;
                    default -> {}
                }
            }
        }
        return named >= 0 ? named > 0 : any > 0;
    }

    private static double weight(String text) {
        return text.matches("q=[01](\\.\\d{0,3})?") ? Double.parseDouble(text.substring(2)) : 0;
    }
}
