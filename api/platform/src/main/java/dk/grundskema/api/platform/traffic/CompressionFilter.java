package dk.grundskema.api.platform.traffic;

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
 * Compresses responses for clients that accept it. The compressed form of version 7 has its own strong entity tag, {@code "7-gzip"}, because its
 * bytes differ; in a condition, both tags mean version 7. The web server does not compress responses with a strong entity tag.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
public final class CompressionFilter extends OncePerRequestFilter {
    /** Content encoding of responses that were compressed once for all clients. */
    public static final String GZIP = "gzip";

    CompressionFilter() {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = new ConditionalRequest(request);
        var answer = new CompressedResponse(response, acceptsGzip(request), asked);
        chain.doFilter(asked, answer);
        if (!request.isAsyncStarted()) {
            answer.finish();
        }
    }

    /** Returns whether the client accepts gzip: by name or by {@code *}, and not with weight 0. Source: RFC 9110, 12.5.3. */
    public static boolean acceptsGzip(HttpServletRequest request) {
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
