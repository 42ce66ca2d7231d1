package dk.grundskema.api.platform.access;

import dk.grundskema.api.platform.access.Credential.Kind;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Records when tokens and sessions are used. A session ends when it is not used, so requests that open pages make by themselves do not count as use.
 */
@Component
public final class CredentialUseInterceptor implements HandlerInterceptor {
    private final CredentialRepository credentials;

    CredentialUseInterceptor(CredentialRepository credentials) {
        this.credentials = credentials;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            PermissionInterceptor.currentCaller(PresentedCredential.class)
                    .map(PresentedCredential::credential)
                    .filter(one -> one.kind() != Kind.SESSION || !isBackgroundRequest(request, handler))
                    .ifPresent(credentials::recordUse);
        }
        return true;
    }

    private static boolean isBackgroundRequest(HttpServletRequest request, Object handler) {
        return isPageReload(request)
                || (handler instanceof HandlerMethod method && method.hasMethodAnnotation(AutomaticRequest.class));
    }

    /**
     * Returns whether a script reloads the whole page, for example because another user changed its content, or after a form was submitted, which
     * counted as use. Only scripts request HTML alone; navigation in browsers also accepts images and other types.
     */
    private static boolean isPageReload(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && MediaType.TEXT_HTML_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }
}
