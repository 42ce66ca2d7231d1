package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Credential.Kind;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Notes when tokens and sessions are used: a session ends when nobody uses it, so what open pages ask for by themselves is no use of it. */
@Component
final class UseNoted implements HandlerInterceptor {
    private final Credentials credentials;

    UseNoted(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            AccessCheck.current(Presented.class)
                    .map(Presented::credential)
                    .filter(one -> one.kind() != Kind.SESSION || !isUnasked(request, handler))
                    .ifPresent(credentials::used);
        }
        return true;
    }

    private static boolean isUnasked(HttpServletRequest request, Object handler) {
        return isExchanged(request)
                || (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Unasked.class));
    }

    /**
     * Whether a script of a page asks for the whole page anew, as it does when somebody else changed what is on it, or after something was sent, which
     * counted. Nobody who goes to a page asks for HTML alone: browsers take pictures and more in its place.
     */
    private static boolean isExchanged(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && MediaType.TEXT_HTML_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }
}
